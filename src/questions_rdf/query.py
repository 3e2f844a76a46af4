"""SPARQL over files of data, in an embedded Oxigraph.

The data is the default graph; the ontology with its lists is the named graph
``https://w3id.org/questions-parlementaires/def``, so that counts are of the data alone.
"""

import re
import zlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import pyoxigraph as ox

from questions_rdf.data_files import opened, syntax
from questions_rdf.errors import UnreadableInputError, UsageError
from questions_rdf.files import data_folder
from questions_rdf.formats import FORMATS
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.manifest import Manifest
from questions_rdf.prefixes import house_prefixes, prefixed
from questions_rdf.publication import MANIFEST
from questions_rdf.sparql_code import calls_out, code_of

ONTOLOGY_GRAPH = ox.NamedNode("https://w3id.org/questions-parlementaires/def")
ROWS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
"""The forms of rows, as the engine calls them."""

_PLACE = re.compile(r"error at (\d+):(\d+)")
_LONGEST_ERROR = 160

DAMAGE = ("Corruption", "IO error")
"""What the errors of a store on disk begin with."""

Results = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean


class Solutions(NamedTuple):
    """Rows for a person to read: names of the columns, and the cells as text."""

    columns: list[str]
    rows: list[list[str]]


def loaded(paths: Iterable[Path]) -> ox.Store:
    """A store in memory with the data of ``paths`` and the ontology beside it.

    Raises:
        UnreadableInputError: if a file is not what its suffix says.
    """
    store = ox.Store()
    for path in paths:
        _load(store, path, ox.DefaultGraph())
    for path in ontology_files():
        _load(store, path, ONTOLOGY_GRAPH)
    return store


def ontology_files() -> list[Path]:
    """The ontology and its lists."""
    return sorted(data_folder("ontology").glob("*.ttl"))


def _load(store: ox.Store, path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    form = syntax(path)
    try:
        with opened(path) as stream:
            store.bulk_load(input=stream, format=form, to_graph=graph)
    except (OSError, EOFError, zlib.error, SyntaxError, ValueError) as error:
        raise UnreadableInputError(f"{path}: {error}") from error


def run(store: ox.Store, text: str, base: str = DEFAULT_BASE) -> Results:
    """The results of a query; the prefixes of the house need not be declared.

    Relative IRIs are those of the data: ``<question/QANR5L17QE2621>``.

    Raises:
        UsageError: if it is no SPARQL query, or would call another server.
    """
    if calls_out(code_of(text)):
        raise UsageError("the query cannot be run: SERVICE would call another server")
    try:
        return store.query(text, prefixes=house_prefixes(), base_iri=base)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        if str(error).startswith(DAMAGE):  # of a store on disk: no fault of the query
            raise
        raise UsageError(f"the query cannot be run: {in_plain_words(str(error))}") from error


def in_plain_words(error: str) -> str:
    """The parser's message without its grammar."""
    place = _PLACE.match(error)
    where = f" (line {place[1]}, column {place[2]})" if place else ""
    if "Prefix not found" in error:
        return f"a prefix is neither declared nor one of the ontology's{where}"
    if place and error.endswith(("expected CONSTRUCT", "expected [_]")):
        return f"SELECT, ASK, CONSTRUCT or DESCRIBE expected{where}"
    plain = " ".join(error.split())
    return plain if len(plain) <= _LONGEST_ERROR else f"{plain[:_LONGEST_ERROR]}…"


def empty() -> ox.Store:
    """A store with nothing in it, to ask what a query is without asking data."""
    return ox.Store()


def refuse_nonsense(text: str, base: str = DEFAULT_BASE) -> None:
    """Find out what is wrong with a query before any data is loaded.

    Raises:
        UsageError: if it is no SPARQL query, or would call another server.
    """
    run(empty(), text, base)


def base_of(path: Path) -> str:
    """What the IRIs of an output folder begin with; the default for any other data."""
    built = Manifest.found(path / MANIFEST)
    return built.base if built else DEFAULT_BASE


def as_of(path: Path) -> date | None:
    """The day of the data in an output folder; none for any other data."""
    built = Manifest.found(path / MANIFEST)
    return built.as_of if built else None


def kind(results: Results) -> Literal["rows", "triples"]:
    """Whether the results are rows (SELECT, ASK) or triples (CONSTRUCT, DESCRIBE)."""
    return "triples" if isinstance(results, ox.QueryTriples) else "rows"


def serialised(results: Results, name: str) -> bytes:
    """The results in the format ``name``.

    Raises:
        UsageError: if rows are asked for in a format of triples, or the other way round.
    """
    if isinstance(results, ox.QueryTriples):
        if name not in FORMATS:
            raise UsageError(f"this query gives triples: use one of {', '.join(FORMATS)}")
        return _serialised_triples(sorted(results, key=str), name)
    if name not in ROWS:
        raise UsageError(f"this query gives rows: use one of {', '.join(ROWS)}")
    return results.serialize(format=ROWS[name]) or b""


def _serialised_triples(triples: list[ox.Triple], name: str) -> bytes:
    """Triples with the prefixes that they use, in the order of the house."""
    used = "".join(map(str, triples))
    prefixes = {short: iri for short, iri in house_prefixes().items() if f"<{iri}" in used}
    text = ox.serialize(triples, format=syntax(Path(f"_.{name}")), prefixes=prefixes) or b""
    if name != "ttl":
        return text
    lines = text.decode().splitlines(keepends=True)  # the serializer has an order of its own
    header = sorted(line for line in lines[: len(prefixes)])
    return "".join((*header, "\n", *lines[len(prefixes) :])).encode()


def solutions(results: ox.QuerySolutions, base: str) -> Solutions:
    """The rows as text, IRIs shortened by the prefixes and the base."""
    columns = [variable.value for variable in results.variables]
    rows = [[_shown(row[name], base) for name in columns] for row in results]
    return Solutions(columns, rows)


def _shown(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None, base: str) -> str:
    if term is None:
        return ""
    if not isinstance(term, ox.NamedNode):
        return term.value if isinstance(term, ox.Literal) else str(term)
    return prefixed(term.value).removeprefix(base)
