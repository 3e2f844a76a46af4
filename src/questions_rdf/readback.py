"""Everything written is parsed back by a strict parser, counted, and compared."""

import hashlib
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from questions_rdf.errors import OutputError
from questions_rdf.formats import JSON_LD

_MODULUS = 2**64


class Fingerprint(NamedTuple):
    """How many triples, and the sum of their hashes: equal for equal graphs in any order."""

    triples: int
    hashes: int


def fingerprint(path: Path) -> Fingerprint:
    """The fingerprint of a file that this project wrote.

    Raises:
        OutputError: if it does not parse, or holds a blank node.
    """
    triples = hashes = 0
    try:
        for quad in pyoxigraph.parse(path=path, format=_syntax(path)):
            if isinstance(quad.subject, pyoxigraph.BlankNode) or isinstance(
                quad.object, pyoxigraph.BlankNode
            ):
                raise OutputError(f"{path.name}: a blank node in the data: {quad}")
            triples += 1
            hashes += hash(quad)
    except (SyntaxError, MemoryError) as error:  # MemoryError: a token over the parser's limit
        raise OutputError(f"{path.name} does not parse: {error}") from error
    return Fingerprint(triples, hashes % _MODULUS)


def _syntax(path: Path) -> pyoxigraph.RdfFormat | None:
    """The streaming profile keeps a tenth of what the plain JSON-LD parser holds."""
    if path.suffix == JSON_LD.extension:
        return pyoxigraph.RdfFormat.STREAMING_JSON_LD
    return pyoxigraph.RdfFormat.from_extension(path.suffix[1:])


def same_graph(paths: list[Path], expected_triples: int) -> None:
    """Check that all files hold the same graph, of so many triples.

    Raises:
        OutputError: if they do not; that is a fault of this program, not of the input.
    """
    found = {path.name: fingerprint(path) for path in paths}
    for name, print_of in found.items():
        if print_of.triples != expected_triples:
            raise OutputError(
                f"{name}: {print_of.triples} triples read back, {expected_triples} written"
            )
    if len(set(found.values())) > 1:
        raise OutputError(f"the files hold different graphs: {', '.join(found)}")


def sha256(path: Path) -> str:
    """The digest of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
