"""The figures of the index, reckoned once when it is full: to show them is to look them up."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.resources import files
from typing import NamedTuple

import msgspec

from questions_rdf.prefixes import expanded
from questions_rdf.reports import corpus
from questions_rdf.resources.description import Kind
from questions_rdf.resources.statements import Literal, Statement

Read = Callable[[bytes], Iterable[Statement]]
"""What makes statements of those that the index keeps."""

COUNTED = (
    Kind.PERSONNE,
    Kind.GROUPE,
    Kind.MINISTERE,
    Kind.GOUVERNEMENT,
    Kind.PORTEFEUILLE,
    Kind.RUBRIQUE,
    Kind.CIRCONSCRIPTION,
    Kind.DEPARTEMENT,
    Kind.LEGISLATURE,
    Kind.PARUTION,
)
"""The kinds of thing that questions belong to."""

_TABLES = """
CREATE TABLE jour (as_of TEXT, ecrite TEXT, repondue TEXT, en_attente TEXT, caduque TEXT);
-- What lists sort and name things by.
CREATE TABLE trait (
  iri TEXT PRIMARY KEY, civilite TEXT, famille TEXT, identifiant TEXT, debut TEXT, fin TEXT,
  code TEXT
) WITHOUT ROWID;
-- A Government and portfolio of a ministry, the département of a constituency.
CREATE TABLE dessus (iri TEXT, dans TEXT, PRIMARY KEY (iri, dans)) WITHOUT ROWID;
-- Everything that questions belong to, by number; those without a kind have no page.
CREATE TABLE sujet (n INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL, kind TEXT);
"""
_SUBJECTS = """
INSERT INTO sujet (iri, kind)
SELECT iri, max(kind) FROM (
  SELECT iri, kind FROM page WHERE kind IN (SELECT value FROM json_each(?))
  UNION ALL SELECT auteur, NULL FROM question
  UNION ALL SELECT groupe, NULL FROM question
  UNION ALL SELECT coalesce(ministere, ministere_interroge), NULL FROM question
  UNION ALL SELECT rubrique, NULL FROM question
  UNION ALL SELECT circonscription, NULL FROM question
  UNION ALL SELECT departement, NULL FROM question
  UNION ALL SELECT legislature, NULL FROM question
  UNION ALL SELECT parution, NULL FROM question
) WHERE iri IS NOT NULL GROUP BY iri ORDER BY iri
"""
_KINDS = msgspec.json.encode(COUNTED).decode()
_STATES = ("qp:QuestionEcrite", "qp:Repondue", "qp:EnAttente", "qp:Caduque")
_TRAITS = tuple(
    map(
        expanded,
        (
            "foaf:title", "foaf:familyName", "dcterms:identifier", "qp:debut", "qp:fin",
            "igeo:codeDepartement",
        ),
    )
)  # fmt: skip
_ABOVE = frozenset(map(expanded, ("org:subOrganizationOf", "qp:portefeuille", "qp:departement")))


class _Said(NamedTuple):
    """What statements about a thing say that lists need."""

    traits: dict[str, str]
    above: set[str]


def tally(index: sqlite3.Connection, as_of: date, read: Read) -> None:
    """Make the tables that figures and lists are read from.

    Args:
        index: the index, with its other tables full, and none of these.
        as_of: the day of the data.
        read: what reads the statements of a document.
    """
    index.create_function("legislature_de", 1, _legislature, deterministic=True)
    index.create_function("numero_de", 1, _number, deterministic=True)
    index.executescript(_TABLES)
    index.execute(
        "INSERT INTO jour VALUES (?, ?, ?, ?, ?)", (as_of.isoformat(), *map(expanded, _STATES))
    )
    for iri, said in _said(index, read):
        values = [said.traits.get(term) for term in _TRAITS]
        index.execute("INSERT INTO trait VALUES (?, ?, ?, ?, ?, ?, ?)", (iri, *values))
        index.executemany(
            "INSERT INTO dessus VALUES (?, ?)", ((iri, one) for one in sorted(said.above))
        )
    index.execute(_SUBJECTS, (_KINDS,))
    index.commit()
    text = (files("questions_rdf.site.index") / "figures.sql").read_text(encoding="utf-8")
    index.executescript(text)
    index.commit()


def _legislature(uid: str | None) -> int:
    return corpus.legislature(uid or "")


def _number(uid: str | None) -> int:
    return corpus.numero(uid or "")


def _said(index: sqlite3.Connection, read: Read) -> Iterator[tuple[str, _Said]]:
    """What is said of each thing that questions belong to."""
    rows = index.execute(
        """SELECT iri, statements FROM document JOIN page USING (iri)
           WHERE page.kind IN (SELECT value FROM json_each(?)) ORDER BY iri""",
        (_KINDS,),
    )
    for iri, statements in rows:
        yield iri, _of(iri, read(statements))


def _of(iri: str, statements: Iterable[Statement]) -> _Said:
    traits: dict[str, str] = {}
    above: set[str] = set()
    for one in statements:
        if one.subject != iri:
            continue
        if one.term in _TRAITS and isinstance(one.value, Literal):
            text = one.value.value
            traits[one.term] = min(traits.get(one.term, text), text)
        elif one.term in _ABOVE and isinstance(one.value, str):
            above.add(one.value)
    return _Said(traits, above)
