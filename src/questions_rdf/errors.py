"""The errors that end a command: it cannot go on. They are caught in the command line only."""

from typing import ClassVar


class CannotGoOnError(Exception):
    """Base of the errors that end a command, with the exit code that they end it with."""

    exit_code: ClassVar[int] = 1


class UsageError(CannotGoOnError):
    """What was asked for makes no sense."""

    exit_code: ClassVar[int] = 2


class UnreadableInputError(CannotGoOnError):
    """An input that was named cannot be read at all."""

    exit_code: ClassVar[int] = 3


class OutputError(CannotGoOnError):
    """The output cannot be written, or what was written does not read back as meant."""

    exit_code: ClassVar[int] = 4
