"""The index of a site, filled from a data set in one pass: for tests of what is read from it."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from built import BASE
from questions_rdf.prefixes import expanded
from questions_rdf.resources import kinds, places
from questions_rdf.resources.names import name_of
from questions_rdf.resources.statements import Literal, Statement, as_term, statements_of
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


def empty(path: Path | str = ":memory:") -> sqlite3.Connection:
    """An index in which there is nothing yet."""
    index = sqlite3.connect(path)
    index.executescript((files("questions_rdf.site.index") / "schema.sql").read_text("utf-8"))
    return index


def filled(
    quads: Iterable[ox.Quad], as_of: date, path: Path | str = ":memory:"
) -> sqlite3.Connection:
    """The index of a data set, with its figures; the statements of a document stand together."""
    index = empty(path)
    uses: dict[str, set[str]] = {}
    rest: dict[str, list[Statement]] = {}
    for about, said in _documents(quads):
        for one in said:
            if one.term in _USES and isinstance(one.value, str):
                uses.setdefault(one.value, set()).add(_USES[one.term])
        if about.startswith(BASE + places.QUESTION):
            row = _question(about, said)
            _insert(index, "question", {"iri": about, **row})
            _insert(index, "chose", {"iri": about, "fr": row["titre"], "page": about})
        else:
            rest.setdefault(about, []).extend(said)
    for about, said in rest.items():
        _document(index, about, said, uses.get(about, set()))
    index.execute(
        """UPDATE question SET departement = coalesce(departement, (SELECT de FROM lien
           WHERE nature = 'circonscriptions' AND vers = circonscription))"""
    )
    tally(index, as_of)
    return index


def of_files(paths: Iterable[Path], as_of: date) -> sqlite3.Connection:
    """The same of some files, which are sorted first."""
    store = ox.Store()
    for path in paths:
        store.bulk_load(path=path)
    return filled(sorted(store, key=lambda quad: str(quad.subject)), as_of)


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


def _document(
    index: sqlite3.Connection, about: str, said: list[Statement], uses: set[str]
) -> None:
    own = [one for one in said if one.subject == about]
    types = {one.value for one in own if one.term == expanded("rdf:type")}
    kind = kinds.kind(
        about, BASE, {one for one in types if isinstance(one, str)}, {one.term for one in own}, uses
    )
    page = places.page(about, BASE, own, ())
    name = name_of(own)
    values = {"fr": name.fr, "en": name.en} if name else {}
    _insert(index, "chose", {"iri": about, **values, "page": page})
    for one in own:
        if one.term == expanded("qp:departement"):
            _insert(
                index, "lien", {"de": one.value, "nature": "circonscriptions", "vers": about}
            )
    triples = [
        ox.Triple(as_term(one.subject), ox.NamedNode(one.term), as_term(one.value)) for one in said
    ]
    content = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    _insert(
        index, "document", {"iri": about, "page": page, "kind": str(kind), "statements": content}
    )


def _insert(index: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    index.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608


_WANTED = re.compile(
    rb"schema\.org/text|texteHTML|citation|citeLoi|rappelle|evenement>|wasDerivedFrom|def#motif"
)


def of_ntriples(path: Path, as_of: date, index: Path | str = ":memory:") -> sqlite3.Connection:
    """The same of a large file; what lists and figures do not need is not even parsed."""
    with path.open("rb") as lines:
        kept = _Lines(line for line in lines if not _WANTED.search(line))
        return filled(ox.parse(input=kept, format=ox.RdfFormat.N_TRIPLES), as_of, index)


class _Lines:
    """Lines as a file to be read."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines, self._rest = lines, b""

    def read(self, size: int = 65536) -> bytes:
        while len(self._rest) < size and (line := next(self._lines, None)):
            self._rest += line
        given, self._rest = self._rest[:size], self._rest[size:]
        return given
