"""How many resources have which properties: counted slice by slice, in any process.

Of a resource only its *outline* is kept: its class, which properties it has, which of them lead to
something known by name only, which break a rule. There are some hundreds of outlines, however many
questions there are. From which form of document a question comes is known where its source is
described, which may be in another slice: until then it waits.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

import pyoxigraph as ox

from questions_rdf import iris
from questions_rdf.mapping.classes import by_precedence, classes
from questions_rdf.prefixes import expanded
from questions_rdf.quality.fields import measured_classes
from questions_rdf.quality.findings import Broken
from questions_rdf.quality.formes import forme_of
from questions_rdf.validation.screening.shard import digest, document_of, name_of
from questions_rdf.validation.slices import NotStreamedError, Slice, quads
from questions_rdf.workers import Tell

_TYPE = expanded("rdf:type")
_LEGISLATURE = expanded("qp:legislature")
_SOURCE = expanded("prov:wasDerivedFrom")
_TITLE = expanded("dcterms:title")
_ENTITY = expanded("prov:Entity")
_NONE = frozenset[str]()
_QUESTION = "qp:Question"
UNKNOWN = ""
"""The legislature of a question that names none."""


class Outline(NamedTuple):
    """What is kept of a resource; ``classe`` is empty where the mapping knows none.

    ``flawed`` says that the document violates a rule somewhere.
    """

    classe: str
    stated: frozenset[str]
    by_name: frozenset[str]
    broken: frozenset[str]
    flawed: bool


class Place(NamedTuple):
    """Where a resource counts besides in the whole: a legislature, forms of documents.

    Both are ``None`` for what belongs to no question.
    """

    legislature: str | None = None
    formes: frozenset[int] | None = None


Waiting = tuple[tuple[int, ...], str | None, Outline]
"""The sources of a question, its legislature, and a resource of it."""


class Tally(NamedTuple):
    """What was counted in a slice.

    Args:
        resources: by place and outline.
        waiting: resources of questions whose sources are not all described here.
        sources: the digests of the sources that are, eight bytes each.
        formes: the form of each of these, a byte each.
        documents: the digests of all documents.
    """

    resources: Counter[tuple[Place, Outline]]
    waiting: Counter[Waiting]
    sources: bytes
    formes: bytes
    documents: bytes


def tally_slice(broken: Broken, base: str, one: Slice, tell: Tell) -> Tally | None:
    """Count one slice; nothing if it cannot be read as a stream.

    Raises:
        DataError: if it is not RDF.
    """
    tell(str(one))
    counting = _Counting(broken, base)
    try:
        counting.take(_grouped(quads(one)) if one.bucket else quads(one))
    except NotStreamedError:
        return None
    return counting.finish()


def _grouped(found: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    """The quads of a bucket, document by document."""
    documents: dict[str, list[ox.Quad]] = {}
    for quad in found:
        documents.setdefault(document_of(name_of(quad.subject)), []).append(quad)
    return (quad for group in documents.values() for quad in group)


class _Node:
    """A resource that is being read."""

    __slots__ = ("by_name", "stated", "title", "types")

    def __init__(self) -> None:
        self.types: set[str] = set()
        self.stated: set[str] = set()
        self.by_name: set[str] = set()
        self.title = ""


class _Counting:
    """One slice that is being counted."""

    def __init__(self, broken: Broken, base: str) -> None:
        self._broken, self._base = broken, base
        self._links = frozenset(
            expanded(field.term)
            for one in measured_classes()
            for field in one.fields
            if field.names
        )
        self._questions = frozenset(one.name for one in classes() if _QUESTION in one.types)
        self._document, self._subject = "", ""
        self._nodes: dict[str, _Node] = {}
        self._node = _Node()
        self._legislature: str | None = None
        self._sources: list[int] = []
        self._described: dict[int, int] = {}
        self._documents = array("Q")
        self._known: Counter[tuple[Place, Outline]] = Counter()
        self._waiting: Counter[Waiting] = Counter()

    def take(self, found: Iterable[ox.Quad]) -> None:
        """All quads, those of a document together."""
        for quad in found:
            name = name_of(quad.subject)
            if name != self._subject:
                self._begin(name)
            node, term = self._node, quad.predicate.value
            value: Any = quad.object  # a union of four, of which triples do not occur
            if term == _TYPE:
                node.types.add(value.value)
                continue
            node.stated.add(term)
            if term in self._links:
                if iris.is_provisional(value.value.removeprefix(self._base)):
                    node.by_name.add(term)
            elif term == _SOURCE:
                self._sources.append(_number(value.value))
            elif term == _LEGISLATURE:
                self._legislature = _numbered(value.value)
            elif term == _TITLE:
                node.title = value.value
        self._end_document()

    def _begin(self, name: str) -> None:
        document = document_of(name)
        if document != self._document:
            self._end_document()
            self._document = document
            self._documents.append(_number(document))
        self._subject = name
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = _Node()
        self._node = node

    def _end_document(self) -> None:
        flawed = self._document in self._broken.documents
        outlines = [self._outline(name, node, flawed=flawed) for name, node in self._nodes.items()]
        if any(outline.classe in self._questions for outline in outlines):
            sources = tuple(sorted(self._sources))
            legislature = self._legislature or UNKNOWN
            self._waiting.update((sources, legislature, outline) for outline in outlines)
        else:
            self._known.update((Place(), outline) for outline in outlines)
        self._nodes, self._legislature, self._sources = {}, None, []

    def _outline(self, name: str, node: _Node, *, flawed: bool) -> Outline:
        classe = next((known for iri, known in by_precedence() if iri in node.types), "")
        if _ENTITY in node.types:
            self._described[_number(name)] = forme_of(node.title)
        return Outline(
            classe,
            frozenset(node.stated),
            frozenset(node.by_name),
            self._broken.properties.get(name, _NONE),
            flawed,
        )

    def finish(self) -> Tally:
        """What was counted; what waits for nothing any more is put in its place."""
        waiting = settled(self._waiting, self._described, self._known)
        sources = array("Q", self._described)
        return Tally(
            self._known,
            waiting,
            sources.tobytes(),
            bytes(self._described.values()),
            self._documents.tobytes(),
        )


def settled(
    waiting: Counter[Waiting],
    described: dict[int, int],
    known: Counter[tuple[Place, Outline]],
) -> Counter[Waiting]:
    """Put what waits into ``known``, if its sources are described; what waits on."""
    left: Counter[Waiting] = Counter()
    for one, count in waiting.items():
        sources, legislature, outline = one
        if all(source in described for source in sources):
            formes = frozenset(described[source] for source in sources)
            known[Place(legislature, formes), outline] += count
        else:
            left[one] = count
    return left


def _numbered(legislature: str) -> str:
    """The number at the end of the address of a legislature, if there is one."""
    number = legislature.rpartition("/")[2]
    return number if number.isascii() and number.isdigit() else UNKNOWN


def _number(name: str) -> int:
    return int.from_bytes(digest(name), "little")
