"""What a writer is."""

from typing import ClassVar, Protocol

from questions_rdf.formats import Format
from questions_rdf.rows import Node


class Writer(Protocol):
    """Turns resources into one format: header, resources with titles between, footer."""

    FORMAT: ClassVar[Format]

    def __init__(self, base: str) -> None: ...

    def header(self) -> str:
        """What stands before the first resource."""
        ...

    def title(self, text: str) -> str:
        """A heading for the resources that follow, where the format has comments."""
        ...

    def node(self, node: Node) -> str:
        """One resource with everything nested in it."""
        ...

    def footer(self) -> str:
        """What stands after the last resource."""
        ...
