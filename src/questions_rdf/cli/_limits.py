"""The options that say what an archive may ask for, for the verbs that read archives."""

from collections.abc import Callable
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])

_OPTIONS = (
    ("--max-member-size", 4 * 1024**3, "BYTES", "Largest document that is read."),
    ("--max-ratio", 200, "N", "How many times its size a member of an archive may unpack to."),
    ("--max-members", 2_000_000, "N", "How many members an archive may have."),
)


def limits(command: _Command) -> _Command:
    """``command`` with these options, which it takes as arguments of their names."""
    for name, default, metavar, said in reversed(_OPTIONS):
        command = click.option(
            name,
            type=click.IntRange(min=1),
            default=default,
            show_default=True,
            metavar=metavar,
            help=said,
        )(command)
    return command
