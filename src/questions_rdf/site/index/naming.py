"""What things are called and where they stand, by the index."""

import sqlite3
from collections.abc import Collection
from functools import lru_cache

from questions_rdf import mots
from questions_rdf.problems import Bilingual
from questions_rdf.resources import places
from questions_rdf.resources.dashboard import Named
from questions_rdf.resources.description import Kind
from questions_rdf.resources.lists import day
from questions_rdf.site.index.index import CHOSE

_KNOWN = 20_000


class Names:
    """Looks names and pages up; some thousand are remembered.

    Args:
        index: the index.
        base: the data base.
        kinds: the kinds of things that have pages.
    """

    def __init__(
        self, index: sqlite3.Connection, base: str, kinds: Collection[Kind] = frozenset(Kind)
    ) -> None:
        self._index, self._base, self._kinds = index, base, kinds
        self.of = lru_cache(_KNOWN)(self._of)
        self.numbered = lru_cache(_KNOWN)(self._numbered)
        self.days = lru_cache(_KNOWN)(self._days)

    def number(self, iri: str) -> int:
        """The number under which figures are kept; one that nothing has if there are none."""
        row = self._index.execute("SELECT n FROM sujet WHERE iri = ?", (iri,)).fetchone()
        return row[0] if row else -1

    def question(self, iri: str, title: str | None) -> Named:
        """A question; it stands on its own page."""
        name = title or _end(iri)
        where = places.path(iri, self._base) if Kind.QUESTION in self._kinds else None
        return Named(iri, Bilingual(name, name), where)

    def government(self, ministry: str) -> Named | None:
        """The Government of a ministry."""
        row = self._index.execute(
            """SELECT min(d.dans) FROM dessus d JOIN sujet s ON s.iri = d.dans
               WHERE d.iri = ? AND s.kind = ?""",
            (ministry, Kind.GOUVERNEMENT),
        ).fetchone()
        return self.of(row[0]) if row[0] else None

    def _days(self, ministry: str) -> Bilingual | None:
        """From when until when a ministry was whose name another one has too."""
        row = self._index.execute(
            """SELECT debut, fin FROM existence JOIN sujet USING (iri) JOIN chose USING (iri)
               WHERE iri = ? AND kind = ? AND EXISTS (
                 SELECT 1 FROM sujet s JOIN chose c USING (iri)
                 WHERE s.kind = sujet.kind AND c.fr = chose.fr AND s.iri <> sujet.iri)""",
            (ministry, Kind.MINISTERE),
        ).fetchone()
        return mots.span(*map(day, row)) if row else None

    def precision(self, ministry: str) -> Bilingual | None:
        """What tells a ministry from others of its name; none if it is the only one."""
        days, government = self.days(ministry), self.government(ministry)
        if days is None or government is None:
            return days
        name = government.name
        return Bilingual(f"{name.fr}, {days.fr}", f"{name.en}, {days.en}")

    def civil(self, iri: str) -> str:
        """The name of a person with the civility, as lists of the Journal officiel have it."""
        row = self._index.execute("SELECT civilite FROM trait WHERE iri = ?", (iri,)).fetchone()
        name = self.of(iri).name.fr
        return f"{row[0]} {name}" if row and row[0] else name

    def _of(self, iri: str) -> Named:
        fr, en, page, kind = self._index.execute(CHOSE, (iri,)).fetchone() or (None,) * 4
        fr = fr or _end(iri)
        where = places.path(page, self._base) if page and kind in self._kinds else None
        anchor = places.anchor(iri, page, self._base) if where and page else None
        return Named(iri, Bilingual(fr, en or fr), where, anchor)

    def _numbered(self, number: int | None) -> Named | None:
        row = self._index.execute("SELECT iri FROM sujet WHERE n = ?", (number,)).fetchone()
        return self.of(row[0]) if row else None


def _end(iri: str) -> str:
    return iri.rpartition("/")[2]
