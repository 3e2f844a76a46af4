"""The option that says in which language findings are told, for the verbs that tell some."""

import click

language = click.option(
    "--lang",
    type=click.Choice(["fr", "en"]),
    default="fr",
    show_default=True,
    help="Language of the findings.",
)
