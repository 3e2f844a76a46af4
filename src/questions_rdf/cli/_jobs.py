"""The option that says how many processes work, for the verbs that can use several."""

import click


def _at_hand(_ctx: click.Context, _parameter: click.Parameter, value: int | None) -> int:
    from questions_rdf.workers import available

    return value or available()


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    callback=_at_hand,
    metavar="N",
    help="How many processes work; the output is the same for any number. [default: the cores]",
)
