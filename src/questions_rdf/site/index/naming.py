"""What things are called and where they stand, by the index."""

import sqlite3
from functools import lru_cache

from questions_rdf.problems import Bilingual
from questions_rdf.resources import places
from questions_rdf.resources.dashboard import Named

_KNOWN = 20_000


class Names:
    """Looks names and pages up; some thousand are remembered.

    Args:
        index: the index.
        base: the data base.
    """

    def __init__(self, index: sqlite3.Connection, base: str) -> None:
        self._index, self._base = index, base
        self.of = lru_cache(_KNOWN)(self._of)
        self.numbered = lru_cache(_KNOWN)(self._numbered)

    def number(self, iri: str) -> int:
        """The number under which figures are kept; one that nothing has if there are none."""
        row = self._index.execute("SELECT n FROM sujet WHERE iri = ?", (iri,)).fetchone()
        return row[0] if row else -1

    def question(self, iri: str, title: str | None) -> Named:
        """A question; it stands on its own page."""
        name = title or _end(iri)
        return Named(iri, Bilingual(name, name), places.path(iri, self._base))

    def civil(self, iri: str) -> str:
        """The name of a person with the civility, as lists of the Journal officiel have it."""
        row = self._index.execute("SELECT civilite FROM trait WHERE iri = ?", (iri,)).fetchone()
        name = self.of(iri).name.fr
        return f"{row[0]} {name}" if row and row[0] else name

    def _of(self, iri: str) -> Named:
        row = self._index.execute("SELECT fr, en, page FROM chose WHERE iri = ?", (iri,)).fetchone()
        fr, en, page = row or (None, None, None)
        fr = fr or _end(iri)
        where = places.path(page, self._base) if page else None
        anchor = places.anchor(iri, page, self._base) if where and page else None
        return Named(iri, Bilingual(fr, en or fr), where, anchor)

    def _numbered(self, number: int | None) -> Named | None:
        row = self._index.execute("SELECT iri FROM sujet WHERE n = ?", (number,)).fetchone()
        return self.of(row[0]) if row else None


def _end(iri: str) -> str:
    return iri.rpartition("/")[2]
