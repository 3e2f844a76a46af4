"""What results can be narrowed by, gathered from records as they come: values, numbers, columns."""

import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from questions_rdf.problems import Bilingual
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources.description import Kind
from questions_rdf.site.search.entry import AUTHOR, FACETS, LATE, OVERDUE, PART, Entry
from questions_rdf.site.search.words import slug

DAY = "jour"
"""The column of the days of publication."""

_BY_THEMSELVES = frozenset({"legislature", "ministere", "groupe", "rubrique"})
"""Things of one name are one value, and each can be chosen by itself too."""
_MISSED = {
    OVERDUE: Bilingual(", échéance dépassée", ", overdue"),
    LATE: Bilingual(" en retard", " late"),
}
_KINDS: dict[str, Bilingual] = {
    Kind.PERSONNE: Bilingual("Personne", "Person"),
    Kind.MINISTERE: Bilingual("Ministère", "Ministry"),
    Kind.GROUPE: Bilingual("Groupe politique", "Political group"),
    Kind.RUBRIQUE: Bilingual("Rubrique", "Rubrique"),
    Kind.CIRCONSCRIPTION: Bilingual("Circonscription", "Constituency"),
    Kind.DEPARTEMENT: Bilingual("Département", "Département"),
    Kind.LEGISLATURE: Bilingual("Législature", "Legislature"),
    Kind.PORTEFEUILLE: Bilingual("Portefeuille", "Portfolio"),
    Kind.GOUVERNEMENT: Bilingual("Gouvernement", "Government"),
}

Names = Callable[[str], Bilingual | None]


class _Value(msgspec.Struct):
    """A value of a facet: its place among them, what it is called, how many records have it.

    ``above`` is the place of the value that it is a part of: who is late has answered.
    """

    place: int
    name: Bilingual
    records: int = 0
    above: int = 0

    def row(self, slug: str) -> list[object]:
        """What the index says of it; the English name only if it is another one."""
        french, english = self.name.fr, self.name.en
        row = [slug, french, "" if english == french else english, self.records]
        return [*row, self.above] if self.above else row


class _Author(msgspec.Struct, array_like=True):
    """Who asks: the end of the IRI, the name, how many questions, and in which years."""

    id: str
    name: str
    questions: int = 0
    first: str = ""
    last: str = ""


class Facets:
    """What records can be narrowed by, as numbers in the order in which they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, dict[str, int]] = {name: {} for name in (*FACETS, AUTHOR)}
        self._columns = {name: array("H") for name in (*FACETS, AUTHOR, DAY)}
        self._authors: list[_Author] = []

    def add(self, entry: Entry) -> list[int]:
        """A record; the numbers of what it has of ``FACETS``."""
        found = [
            of.setdefault(key, len(of) + 1) if key else 0
            for of, key in zip(self._numbers.values(), entry.keys, strict=True)
        ]
        for name, number in zip(self._columns, (*found, entry.day), strict=True):
            self._append(name, number)
        *numbers, author = found
        if author:
            self._count(author, entry)
        return numbers

    def _append(self, name: str, number: int) -> None:
        try:
            self._columns[name].append(number)
        except OverflowError:  # four bytes each from here on
            self._columns[name] = array("I", self._columns[name])
            self._columns[name].append(number)

    def _count(self, number: int, entry: Entry) -> None:
        key, name, year = entry.keys[-1] or "", entry.shown[2], (entry.shown[3] or "")[:4]
        if number > len(self._authors):
            self._authors.append(_Author(_end(key), name or _end(key)))
        one = self._authors[number - 1]
        one.questions += 1
        one.first = min(filter(None, (one.first, year)), default="")
        one.last = max(one.last, year)

    def columns(self) -> Iterator[tuple[str, bytes]]:
        """The numbers of all records, by what they are of."""
        return ((name, _little(column)) for name, column in self._columns.items())

    def authors(self) -> list[_Author]:
        """Those who ask, in the order of their numbers."""
        return self._authors

    def values(self, names: Names) -> dict[str, object]:
        """What can be chosen: see ``_values``."""
        return {
            name: _values(name, self._numbers[name], Counter(self._columns[name]), names)
            for name in FACETS
        }


def _values(
    name: str, numbers: dict[str, int], records: Counter[int], names: Names
) -> dict[str, object]:
    """The values to choose from, and which of them each number is, from 0, which is none.

    A value is what it is called in addresses, in French, in English if that is something else, how
    many records have it, and the place of the value that it is a part of. ``ids`` are the numbers
    of things by the ends of their IRIs.
    """
    values: dict[str, _Value] = {}
    places, ids = [0], dict[str, int]()
    for key, number in numbers.items():
        of, _, missed = key.partition(PART)
        called = _called(of, names)
        value = _value(values, called)
        value.records += records[number]
        if missed:
            end = _MISSED[missed]
            part = _value(values, Bilingual(called.fr + end.fr, called.en + end.en), value.place)
            part.records += records[number]
            value = part
        places.append(value.place)
        if name in _BY_THEMSELVES and _end(of) not in values:
            ids.setdefault(_end(of), number)
    return {"values": [one.row(slug) for slug, one in values.items()], "places": places, "ids": ids}


def _value(values: dict[str, _Value], name: Bilingual, above: int = 0) -> _Value:
    return values.setdefault(slug(name.fr), _Value(len(values) + 1, name, above=above))


def _called(key: str, names: Names) -> Bilingual:
    own = termes().get(key)
    name = names(key) or _KINDS.get(key) or (own.name if own else None)
    return name or Bilingual(_end(key), _end(key))


def _end(key: str) -> str:
    """What stands for a thing in an address."""
    return key.rpartition("#")[2].rpartition("/")[2]


def _little(column: "array[int]") -> bytes:
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()
