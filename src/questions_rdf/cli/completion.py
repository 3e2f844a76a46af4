"""``questions-rdf completion``: completion of commands and options in the shell."""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a SHELL.

    \b
    Examples:
      questions-rdf completion bash >> ~/.bashrc
      questions-rdf completion fish > ~/.config/fish/completions/questions-rdf.fish
    """
    kind = get_completion_class(shell)
    if kind is not None:
        root = ctx.find_root().command
        click.echo(kind(root, {}, "questions-rdf", "_QUESTIONS_RDF_COMPLETE").source())
