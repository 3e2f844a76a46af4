"""The index of a site, filled from a data set in one pass: for tests of what is read from it."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from itertools import groupby
from typing import Any

import msgspec
import pyoxigraph as ox

from built import BASE
from questions_rdf.prefixes import expanded
from questions_rdf.resources import kinds, places
from questions_rdf.resources.names import name_of
from questions_rdf.resources.statements import Literal, Statement, statements_of
from questions_rdf.site.index.tallying import tally

_ONE = {
    "uid": "dcterms:identifier",
    "numero": "qp:numero",
    "titre": "dcterms:title",
    "statut": "qp:statut",
    "legislature": "qp:legislature",
    "auteur": "qp:auteur",
    "ministere_interroge": "qp:ministereInterroge",
    "ministere": "qp:ministereAttributaire",
    "rubrique": "qp:rubrique",
    "circonscription": "qp:circonscription",
    "departement": "qp:departement",
    "publication": "qp:datePublication",
    "page": "qp:pageJO",
    "parution": "qp:publieDans",
    "echeance": "qp:echeance",
}
_NATURES = ("qp:QuestionEcrite", "qp:QuestionAuGouvernement", "qp:QuestionOraleSansDebat")
_USES = {expanded(name): name for name in kinds.USES}


def empty() -> sqlite3.Connection:
    """An index in which there is nothing yet."""
    index = sqlite3.connect(":memory:")
    index.executescript((files("questions_rdf.site.index") / "schema.sql").read_text("utf-8"))
    return index


def tallied(index: sqlite3.Connection, as_of: date) -> sqlite3.Connection:
    """The index with its figures."""
    tally(index, as_of, statements)
    return index


def statements(packed: bytes) -> list[Statement]:
    """The statements that the index keeps of a document."""
    found = msgspec.msgpack.decode(packed, type=list[tuple[str, str, Any]])
    return [
        Statement(subject, term, value if isinstance(value, str) else Literal(*value))
        for subject, term, value in found
    ]


def thing(index: sqlite3.Connection, iri: str, kind: str, said: Iterable[Statement] = ()) -> None:
    """Add a thing with a page of its own."""
    content = msgspec.msgpack.encode(list(said))
    insert(index, "document", {"iri": iri, "page": iri, "statements": content})
    insert(index, "page", {"iri": iri, "kind": kind})


def filled(quads: Iterable[ox.Quad], as_of: date) -> sqlite3.Connection:
    """The index of a data set, with its figures; the statements of a document stand together."""
    index = empty()
    uses: dict[str, set[str]] = {}
    within: dict[str, str] = {}
    rest: dict[str, list[Statement]] = {}
    for about, said in _documents(quads):
        for one in said:
            if one.term in _USES and isinstance(one.value, str):
                uses.setdefault(one.value, set()).add(_USES[one.term])
        if about.startswith(BASE + places.QUESTION):
            row = _question(about, said)
            insert(index, "question", {"iri": about, **row})
        else:
            rest.setdefault(about, []).extend(said)
    for about, said in rest.items():
        _document(index, about, said, uses.get(about, set()))
        for one in said:
            if one.term == expanded("qp:departement") and isinstance(one.value, str):
                within[about] = one.value
    index.executemany(
        "UPDATE question SET departement = ? WHERE departement IS NULL AND circonscription = ?",
        [(above, one) for one, above in within.items()],
    )
    return tallied(index, as_of)


def of_store(store: ox.Store, as_of: date) -> sqlite3.Connection:
    """The same of the data in a store."""
    data = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return filled(sorted(data, key=_document_of), as_of)


def _document_of(quad: ox.Quad) -> tuple[str, str]:
    return places.document(str(quad.subject).strip("<>")), str(quad)


def _documents(quads: Iterable[ox.Quad]) -> Iterator[tuple[str, list[Statement]]]:
    for about, said in groupby(statements_of(quads), key=lambda one: places.document(one.subject)):
        yield about, list(said)


def _question(about: str, said: list[Statement]) -> dict[str, Any]:
    by_subject: dict[str, dict[str, list[str]]] = {}
    for one in said:
        text = one.value.value if isinstance(one.value, Literal) else one.value
        by_subject.setdefault(one.subject, {}).setdefault(one.term, []).append(text)
    own = by_subject[about]
    types = own[expanded("rdf:type")]
    nature = next((one for one in map(expanded, _NATURES) if one in types), None)
    row: dict[str, Any] = {name: _first(own, term) for name, term in _ONE.items()}
    row["groupe"] = _first(own, "qp:groupe") or _first(own, "qp:groupeALaDate")
    answers = [by_subject.get(one, {}) for one in own.get(expanded("qp:reponse"), [])]
    answers.sort(key=lambda one: _first(one, "qp:datePublication") or "~")
    if answers:
        row["reponse"] = _first(answers[0], "qp:datePublication")
        row["delai"] = _first(answers[0], "qp:delaiJours")
        row["retard"] = _first(answers[0], "qp:retardJours")
    closed = [
        _first(one, "qp:date") or "~"
        for one in by_subject.values()
        if expanded("qp:Cloture") in one.get(expanded("rdf:type"), [])
    ]
    row["cloture"] = min((one for one in closed if one != "~"), default=None)
    return {"nature": nature, **row}


def _first(said: dict[str, list[str]], term: str) -> str | None:
    return min(said.get(expanded(term), []), default=None)


def _document(index: sqlite3.Connection, about: str, said: list[Statement], uses: set[str]) -> None:
    own = [one for one in said if one.subject == about]
    types = {one.value for one in own if one.term == expanded("rdf:type")}
    kind = kinds.kind(
        about, BASE, {one for one in types if isinstance(one, str)}, {one.term for one in own}, uses
    )
    name = name_of(own)
    values = {"fr": name.fr, "en": name.en} if name else {}
    page = places.page(about, BASE, own, ())
    insert(index, "chose", {"iri": about, **values, "page": page})
    if page == about:
        thing(index, about, str(kind), said)


def insert(index: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    """Add a row."""
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    index.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608
