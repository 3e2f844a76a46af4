"""Which table a thing belongs to, by its classes."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from questions_rdf.exports.sheets import SHEETS, Sheet, local
from questions_rdf.prefixes import expanded

TYPE = expanded("rdf:type")
_SCHEME = expanded("skos:inScheme")

Described = Mapping[str, Sequence[Any]]
"""The objects of each property of one thing."""


class Fate(NamedTuple):
    """A sheet, for things that have the class ``key``.

    ``classe`` and ``generale`` are the classes that vary, as cells; they hold if ``first`` is among
    those of the thing.
    """

    sheet: Sheet
    types: frozenset[str]
    key: str
    first: str
    classe: str
    generale: str


class Fates:
    """Finds the fate of a thing."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._known = [_fate(sheet, types) for sheet in SHEETS.values() for types in sheet.types]
        self._found: dict[frozenset[str], list[Fate]] = {}

    def of(self, described: Described) -> Fate | None:
        """Where a thing belongs; ``None`` if it is nothing that a sheet is for."""
        types = frozenset([one.value for one in described.get(TYPE, ())])
        fates = self._found.get(types)
        if fates is None:
            fates = self._found[types] = self._look_up(types)
        if not fates:
            return None
        if not fates[0].sheet.scheme:
            return fates[0]
        schemes = [one.value.removeprefix(self._base) for one in described.get(_SCHEME, ())]
        return next((fate for fate in fates if fate.sheet.scheme in schemes), None)

    def _look_up(self, types: frozenset[str]) -> list[Fate]:
        """The fates that have most of the types; the key of each has to be among them."""
        near = [one for one in self._known if one.key in types]
        most = max((len(one.types & types) for one in near), default=0)
        return [one for one in near if len(one.types & types) == most]


def _fate(sheet: Sheet, types: Sequence[str]) -> Fate:
    varying = [one for one in types if one not in sheet.constant_types] or [types[0]]
    return Fate(
        sheet=sheet,
        types=frozenset(map(expanded, types)),
        key=expanded((*sheet.constant_types, types[0])[0]),
        first=expanded(types[0]),
        classe=local(varying[0]),
        generale=local(varying[-1]),
    )
