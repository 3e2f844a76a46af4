"""The index, to look things up in."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

from questions_rdf.problems import Bilingual
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources import places
from questions_rdf.resources.description import Kind, Line
from questions_rdf.resources.lists import day
from questions_rdf.resources.statements import Statement
from questions_rdf.site.index import rows

_AT_A_TIME = 500
_REMEMBERED = 20_000
_LINE = """
  SELECT iri, titre, auteur, ministere, statut, publication, echeance, reponse, retard
  FROM question WHERE iri IN (%s)
"""
CHOSE = """
  SELECT fr, en, chose.page, page.kind
  FROM chose LEFT JOIN page ON page.iri = chose.page WHERE chose.iri = ?
"""
"""Names, page and the kind of that of a thing, by its IRI; a question's page has no kind."""


class Known(NamedTuple):
    """What something is called, and where it stands."""

    name: Bilingual | None
    page: str | None


_NOTHING = Known(None, None)


class Index:
    """Looks things up in the index of a site. Processes each open their own.

    Args:
        connection: the index, as SQLite has it.
        base: the data base.
        kinds: the kinds of things that have pages.
    """

    def __init__(
        self, connection: sqlite3.Connection, base: str, kinds: Collection[Kind] = frozenset(Kind)
    ) -> None:
        self.connection, self.base, self.kinds = connection, base, kinds
        self._known: dict[str, Known] = {}

    @classmethod
    def opened(cls, path: Path, base: str, kinds: Collection[Kind] = frozenset(Kind)) -> Self:
        """The index in a file that nobody writes to any more."""
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(address, uri=True), base, kinds)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def rows(self, query: str, *given: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query; ``?`` in it stands for what is given."""
        return iter(self.connection.execute(query, given))

    # ---- Things

    def pages(self) -> list[tuple[str, Kind]]:
        """The pages that are no question's, but for that of the ontology, in order."""
        return [(iri, Kind(kind)) for iri, kind in self.rows("SELECT * FROM page ORDER BY iri")]

    def statements(self, document: str) -> list[Statement]:
        """What is said of a document that is no question."""
        found = self.rows("SELECT statements FROM document WHERE iri = ?", document)
        return [one for (packed,) in found for one in rows.statements(packed)]

    def page_of(self, document: str) -> str | None:
        """The page that a document which is no question stands on, whether there is one or not."""
        row = self._one("SELECT page FROM document WHERE iri = ?", document)
        return row[0] if row else None

    def standing_on(self, page: str) -> list[str]:
        """The documents that are no questions and stand on a page."""
        return [iri for (iri,) in self.rows("SELECT iri FROM document WHERE page = ?", page)]

    def uses(self, iri: str) -> frozenset[str]:
        """By which of the properties that tell organisations apart something is led to."""
        found = self.rows("SELECT nature FROM usage WHERE vers = ?", iri)
        return frozenset(nature for (nature,) in found)

    def leading_to(self, iri: str, nature: str) -> list[str]:
        """What leads to something by a property, in order."""
        query = "SELECT de FROM lien WHERE vers = ? AND nature = ? ORDER BY de"
        return [de for (de,) in self.rows(query, iri, nature)]

    def name(self, iri: str) -> Bilingual | None:
        """What something is called."""
        return self.known([iri])[0].get(iri)

    def known(self, iris: Iterable[str]) -> tuple[dict[str, Bilingual], dict[str, str]]:
        """Names and pages of things; of terms of the ontology only that they have a page."""
        names: dict[str, Bilingual] = {}
        pages: dict[str, str] = {}
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        for iri in sorted(iris):
            found = self._known.get(iri) or self._found(iri)
            self._known[iri] = found
            if found.name:
                names[iri] = found.name
            if found.page:
                pages[iri] = found.page
        return names, pages

    def _found(self, iri: str) -> Known:
        about = places.document(iri)
        if about == places.ONTOLOGY:
            return Known(None, about if iri in termes() else None)
        if not iri.startswith(self.base):
            return _NOTHING
        if about.startswith(self.base + places.QUESTION):
            return self._question(iri, about)
        row = self._one(CHOSE, iri)
        if row:
            return Known(Bilingual(row[0], row[1]) if row[0] else None, self._page(row[2], row[3]))
        row = self._one(CHOSE, about) if about != iri else None
        return Known(None, self._page(row[2], row[3])) if row else _NOTHING

    def _question(self, iri: str, about: str) -> Known:
        row = self._one("SELECT titre FROM question WHERE iri = ?", about)
        if row is None:
            return _NOTHING
        is_whole = iri == about and row[0]
        return Known(Bilingual(row[0], row[0]) if is_whole else None, self._page(about, None))

    def _page(self, page: str, kind: str | None) -> str | None:
        """A page, if there is one of its kind; a page that is no question's has its kind noted."""
        return page if (Kind(kind) if kind else Kind.QUESTION) in self.kinds else None

    def _one(self, query: str, given: str) -> tuple[Any, ...] | None:
        return next(self.rows(query, given), None)

    # ---- Questions

    def lines(self, questions: Sequence[str]) -> list[Line]:
        """What a list shows of questions, in the order given; those unknown are left out."""
        found: dict[str, Line] = {}
        for start in range(0, len(questions), _AT_A_TIME):
            some = questions[start : start + _AT_A_TIME]
            query = _LINE % ", ".join("?" * len(some))
            found.update((row[0], line(row)) for row in self.rows(query, *some))
        return [found[one] for one in questions if one in found]


def line(row: Sequence[Any]) -> Line:
    """A line, from the columns that it has in the table of questions."""
    question, titre, auteur, ministere, statut, *texts, retard = row
    published, due, answered = map(day, texts)
    return Line(question, titre, auteur, ministere, statut, published, due, answered, retard)
