"""A rule as a person looks it up: what it is about, what it asks for, why, and where it stands."""

import msgspec
from rdflib import BNode, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from questions_rdf.files import data_folder
from questions_rdf.prefixes import prefixed
from questions_rdf.problems import Bilingual
from questions_rdf.validation.shapes import Rule, Shapes, path_text

_TARGETS = {
    SH.targetClass: "a {}",
    SH.targetSubjectsOf: "{} …",
    SH.targetObjectsOf: "… {}",
    SH.targetNode: "{}",
}
_NOT_SHOWN = {*_TARGETS, SH.path, SH.severity, SH.message, SH.property, RDF.type, RDFS.comment}
_DEEPEST = 6


class Constraint(msgspec.Struct, frozen=True):
    """What a rule says.

    Args:
        targets: which resources it looks at: ``a qp:Question``, ``qp:regle …`` (those that have
            it), ``… qp:regle`` (its values).
        path: the property, or the path, whose values it looks at; none where it is the resource.
        asks: what has to hold, as Turtle writes it.
        comment: why, if the shape says so; in any of the two languages.
        file: where it stands, from the folder of the shapes.
    """

    targets: tuple[str, ...]
    path: str | None
    asks: tuple[str, ...]
    comment: Bilingual
    file: str | None


def constraint(rule: Rule, shapes: Shapes) -> Constraint:
    """The constraint of a rule."""
    graph = shapes.graph
    holders = [rule.iri, *graph.subjects(SH.property, rule.iri)]
    targets = {
        form.format(short(str(value)))
        for holder in holders
        for word, form in _TARGETS.items()
        for value in graph.objects(holder, word)
    }
    asks = (
        f"{short(str(word))} {_shown(shapes, value)}"
        for word, value in graph.predicate_objects(rule.iri)
        if word not in _NOT_SHOWN
    )
    return Constraint(
        tuple(sorted(targets)),
        _path(shapes, rule.path) if rule.path else None,
        tuple(sorted(asks)),
        _comment(shapes, rule.iri),
        _file(rule),
    )


def short(iri: str) -> str:
    """An IRI as Turtle writes it: a prefixed name, where the house has a prefix for it."""
    name = prefixed(iri)
    return f"<{iri}>" if name == iri else name


def _path(shapes: Shapes, path: Node) -> str:
    if isinstance(path, URIRef):
        return short(str(path))
    text = path_text(shapes.graph, path)
    return "".join(
        short(part[:-1]) + rest if index else rest
        for index, piece in enumerate(text.split("<"))
        for part, rest in [_cut(piece) if index else ("", piece)]
    )


def _cut(piece: str) -> tuple[str, str]:
    """``iri>rest`` as ``iri>`` and ``rest``."""
    iri, _, rest = piece.partition(">")
    return f"{iri}>", rest


def _shown(shapes: Shapes, value: Node, depth: int = 0) -> str:
    """A value as Turtle writes it; what has no name in square brackets, lists in round ones."""
    graph = shapes.graph
    if isinstance(value, Literal):
        plain = value.datatype is None or value.language or not str(value).isalnum()
        return value.n3() if plain else str(value)
    if isinstance(value, BNode) and (value, RDF.first, None) in graph:
        listed = Collection(graph, value)
        return f"( {' '.join(_shown(shapes, one, depth + 1) for one in listed)} )"
    is_inner = isinstance(value, BNode) or str(value).startswith("urn:x-questions-rdf:inner:")
    if not is_inner:
        return short(str(value))
    if depth > _DEEPEST:
        return "[ … ]"
    said = sorted(
        f"{short(str(word))} {_inner(shapes, word, one, depth)}"
        for word, one in graph.predicate_objects(value)
        if word not in {SH.message, RDF.type}
    )
    return f"[ {' ; '.join(said)} ]"


def _inner(shapes: Shapes, word: Node, value: Node, depth: int) -> str:
    return _path(shapes, value) if word == SH.path else _shown(shapes, value, depth + 1)


def _comment(shapes: Shapes, shape: URIRef) -> Bilingual:
    said = {
        comment.language: str(comment)
        for comment in shapes.graph.objects(shape, RDFS.comment)
        if isinstance(comment, Literal)
    }
    any_language = next(iter(said.values()), "")
    return Bilingual(said.get("fr", any_language), said.get("en", any_language))


def _file(rule: Rule) -> str | None:
    """The file in which a rule stands as a subject."""
    folder = data_folder("shapes")
    for path in sorted(folder.rglob("*.ttl")):
        if f"\nqps:{rule.code} a " in path.read_text(encoding="utf-8"):
            return f"shapes/{path.relative_to(folder).as_posix()}"
    return None
