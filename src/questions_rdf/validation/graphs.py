"""Read RDF files strictly, and hand them to rdflib without a change to any literal.

pyoxigraph is the parser because it refuses what the standards refuse; rdflib is what the SHACL
engine works on. Between the two, lexical forms stay as written: "016" is not 16, and a date that
does not exist stays in the graph, marked as ill-typed, so that a rule can say so.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, Self

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from questions_rdf import formats
from questions_rdf.data_files import BROKEN, extension, opened
from questions_rdf.errors import UnreadableInputError

FORMATS = {
    extension: ox.RdfFormat.from_extension(extension[1:])
    for extension in (*(form.extension for form in formats.FORMATS.values()), ".json")
}
_JSON_LD = (ox.RdfFormat.JSON_LD, ox.RdfFormat.STREAMING_JSON_LD)

_WELL_FORMED = {
    XSD.integer: re.compile(r"[+-]?[0-9]+"),
    XSD.boolean: re.compile(r"true|false|1|0"),
    XSD.date: re.compile(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?"),
    XSD.duration: re.compile(
        r"-?P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+D)?"
        r"(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?"
    ),
}


class DataError(UnreadableInputError):
    """A file of data cannot be read as RDF; the message says which, where and why."""


class _Verbatim(Literal):
    """A literal that rdflib does not try to understand.

    rdflib reads "oui" as the boolean false and "2024-01-01T00:00:00" as a date, prints a traceback
    for a date that does not exist, and parses every piece of HTML. Here the form is kept, nothing
    is converted, and whether it is well formed was decided before.

    It is neither before nor after anything, where other literals without a value make the engine
    stop: SHACL wants two values that cannot be compared to be reported.
    """

    __slots__ = ()

    def __new__(cls, form: str, datatype: URIRef, *, ill_typed: bool) -> Self:
        """Bypass the conversion: these are the four slots that rdflib fills."""
        literal = str.__new__(cls, form)
        literal._language = None  # noqa: SLF001
        literal._datatype = datatype  # noqa: SLF001
        literal._value = None  # noqa: SLF001
        literal._ill_typed = ill_typed  # noqa: SLF001
        return literal

    def __lt__(self, _other: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __lt__

    def __reduce__(self) -> tuple[Any, ...]:
        return _verbatim, (str(self), self.datatype, self.ill_typed)


def _verbatim(form: str, datatype: URIRef, ill_typed: bool) -> _Verbatim:  # noqa: FBT001
    """The same again, for copies and pickles."""
    return _Verbatim(form, datatype, ill_typed=ill_typed)


def read_graph(paths: list[Path]) -> Graph:
    """All triples of ``paths`` (Turtle, N-Triples or JSON-LD, told by the suffix) in one graph.

    Raises:
        DataError: if a file is missing, is of another kind, or is not well-formed RDF.
    """
    graph = Graph(bind_namespaces="none")
    with quiet_rdflib():
        for path in paths:
            for triple in _read(path):
                graph.add(triple)
    return graph


@contextmanager
def quiet_rdflib() -> Iterator[None]:
    """No tracebacks on the terminal for ill-typed literals: a rule reports them."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def rdf_format(path: Path) -> ox.RdfFormat:
    """What a file is, by its suffix.

    Raises:
        DataError: if it is nothing that can be validated.
    """
    known = FORMATS.get(extension(path).lower())
    if known is None:
        raise DataError(f"{path}: not a kind of file that can be validated ({', '.join(FORMATS)})")
    return known


def _read(path: Path) -> Iterator[tuple[Node, Node, Node]]:
    """The triples of one file; blank nodes of different files stay different."""
    form = rdf_format(path)
    try:
        with opened(path) as stream:
            content = stream.read()
        for quad in parsed(content, form):
            yield triple(quad)
    except BROKEN as error:
        raise DataError(f"{path}: {error}") from error


def triple(quad: ox.Quad) -> tuple[Node, Node, Node]:
    """A quad as a triple of rdflib.

    Raises:
        ValueError: for what RDF 1.1 does not have.
    """
    return to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)


def parsed(source: bytes | BinaryIO, form: ox.RdfFormat) -> Iterator[ox.Quad]:
    """The quads of ``source``, all in the default graph; nothing is fetched from the network."""
    if form not in _JSON_LD:
        yield from ox.parse(source, format=form, without_named_graphs=True, rename_blank_nodes=True)
        return
    # The strict mode drops a JSON-LD triple with a bad IRI without a word; the lenient one keeps
    # it, and then the IRI is checked here.
    for quad in ox.parse(
        source, format=form, without_named_graphs=True, rename_blank_nodes=True, lenient=True
    ):
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, ox.NamedNode):
                _check_iri(term.value)
        yield quad


@lru_cache(maxsize=65536)
def _check_iri(value: str) -> None:
    """Refuse ``value`` unless it is an absolute IRI (pyoxigraph raises ValueError)."""
    ox.NamedNode(value)


@lru_cache(maxsize=65536)
def _iri(value: str) -> URIRef:
    """One object per IRI: the same few hundred come back in every triple."""
    return URIRef(value)


def to_rdflib(term: Any) -> Node:  # noqa: ANN401  pyoxigraph exports no union of its terms
    """A pyoxigraph term as the same term of rdflib.

    Raises:
        ValueError: for what RDF 1.1 does not have (quoted triples, directional texts).
    """
    if isinstance(term, ox.NamedNode):
        return _iri(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise ValueError("a triple inside a triple (RDF 1.2) is not supported")  # noqa: TRY004
    if getattr(term, "direction", None) is not None:
        raise ValueError("a text with a base direction (RDF 1.2) is not supported")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = _iri(term.datatype.value)
    if datatype == XSD.string:
        return Literal(term.value)
    return _typed(term.value, datatype)


def _typed(form: str, datatype: URIRef) -> Literal:
    """A typed literal: converted when rdflib can do it right, kept verbatim otherwise."""
    if datatype not in XSD:
        return _Verbatim(form, datatype, ill_typed=False)
    pattern = _WELL_FORMED.get(datatype)
    if pattern and not (pattern.fullmatch(form) and (datatype != XSD.date or _exists(form))):
        return _Verbatim(form, datatype, ill_typed=True)
    literal = Literal(form, datatype=datatype, normalize=False)
    return _Verbatim(form, datatype, ill_typed=True) if literal.ill_typed else literal


def _exists(day: str) -> bool:
    """Whether ``day``, spelled like a date, is one: 30 February is not."""
    try:
        date.fromisoformat(day[:10])
    except ValueError:
        return False
    return True


def to_ntriples(term: Node) -> str:
    """An rdflib term as N-Triples writes it."""
    return str(to_oxigraph(term))


def to_oxigraph(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """An rdflib term as the same term of pyoxigraph."""
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, Literal) and term.language:
        return ox.Literal(str(term), language=term.language)
    if isinstance(term, Literal) and term.datatype is not None:
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
    return ox.Literal(str(term))
