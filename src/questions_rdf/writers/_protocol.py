"""What a writer is."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from questions_rdf.formats import Format
from questions_rdf.rows import Kind, Row


class Writer(Protocol):
    """Says how one format is written: header, resources with titles between, footer.

    Resources are written by functions that :mod:`questions_rdf.writers.compilation` makes of the
    tables. A writer gives the pieces of their source. A *template* is the inside of an f-string;
    ``iri`` is the IRI of the resource, ``value`` a value, ``indent`` a line break and the spaces in
    front of the statements of the resource. ``{=text}`` stands for bytes: the text escaped, and
    ``{=line}`` the same in quotes and on one line. Statements gather in a list that is named for
    the format.
    """

    FORMAT: ClassVar[Format]
    SEPARATOR: ClassVar[str]
    """What stands between two resources."""
    NESTS: ClassVar[bool]
    """Whether nested resources stand inside their parent; else they follow it."""
    GATHERS: ClassVar[bool]
    """Whether the values of one property are one statement; else each is one."""

    def __init__(self, base: str) -> None: ...

    def header(self) -> str:
        """What stands before the first resource."""
        ...

    def title(self, text: str) -> str:
        """A heading for the resources that follow, where the format has comments."""
        ...

    def footer(self) -> str:
        """What stands after the last resource."""
        ...

    def spelled(self, kind: Kind) -> str:
        """Template: a value of that kind."""
        ...

    def opening(self, types: Sequence[str]) -> str:
        """Template: the first statement, with the classes; empty if there is nothing to say."""
        ...

    def one(self, row: Row, value: str) -> str:
        """Line: state a single value, of which ``value`` is the template."""
        ...

    def each(self, row: Row, value: str) -> str:
        """Line: state one of several values, or gather it in the list of values."""
        ...

    def several(self, row: Row) -> str:
        """Line: state the values that were gathered."""
        ...

    def whole(self) -> str:
        """Expressions: the pieces of the text of the resource, from the list of its statements."""
        ...
