"""How the rows of one sheet are made: which property fills which cell."""

from collections.abc import Mapping
from typing import Any

from questions_rdf.exports.cells import Converter, converter
from questions_rdf.exports.counting import SEPARATORS, Counts
from questions_rdf.exports.fates import TYPE, Described, Fate
from questions_rdf.exports.sheets import SHEETS, Column, Role, Sheet, kept, parents
from questions_rdf.prefixes import expanded, prefixed
from questions_rdf.rows import Kind

Row = list[Any]
"""The cells of a row, those of labels still empty."""

Whole = tuple[str, str]
"""What a thing is a part of: the sheet and the name."""


class Plan:
    """How the rows of one sheet are made."""

    def __init__(self, sheet: Sheet, base: str, *, texts: bool) -> None:
        columns = kept(sheet, texts=texts)
        place = {one.name: at for at, one in enumerate(columns)}
        self.nesting = {expanded(r.term) for r in sheet.table.rows if r.kind is Kind.NESTED}
        self._sheet = sheet
        self._width = len(columns)
        self._names = [one.name for one in columns]
        self._classe = place.get(Role.CLASSE)
        self._generale = place.get(Role.CLASSE_GENERALE)
        values = [one for one in columns if one.role is Role.VALUE]
        self._slots = {
            expanded(one.term): _Slot(place[one.name], sheet, one, base) for one in values
        }
        self._label = next((place[one.name] for one in values if one.key == sheet.label), None)
        self._unchosen = {expanded(one.term) for one in sheet.columns if one not in columns}
        self._wholes = {
            one.targets[0]: place[one.name] for one in columns if one.role is Role.PARENT
        }
        self._stated: Column | None = None
        if sheet.parent:
            self._stated = next(one for one in columns if one.key == sheet.parent)
            self._wholes = {whole.name: place[self._stated.name] for whole, _ in parents(sheet)}

    def takes(self, whole: str) -> bool:
        """Whether a row can say that the thing is a part of one of the sheet ``whole``."""
        return whole in self._wholes

    def row(self, thing: str, fate: Fate, described: Described, counts: Counts) -> Row:
        """The cells of a thing."""
        row: Row = [None] * self._width
        row[0] = thing
        slots = self._slots
        for prop, terms in described.items():
            slot = slots.get(prop)
            if slot is not None:
                counts.exported += slot.fill(row, terms, counts)
            elif prop == TYPE:
                self._classes(row, fate, terms, counts)
            elif prop in self._unchosen:
                counts.not_chosen += len(terms)
            elif prop not in self.nesting:
                counts.not_covered[prefixed(prop)] += len(terms)
        if self._label is not None and row[self._label] is not None:
            counts.labels[thing] = row[self._label]
        return row

    def put_whole(
        self, row: Row, whole: Whole | None, things: Mapping[str, object], counts: Counts
    ) -> None:
        """Say what the thing of a row is a part of, or look at whether what it says is there."""
        if whole:
            at = self._wholes[whole[0]]
            if row[at] is None:
                counts.linked[f"{self._sheet.name}.{self._names[at]}"] += 1
            row[at] = whole[1]
        elif self._stated:
            (at,) = set(self._wholes.values())
            if row[at] is not None and row[at] not in things:
                counts.astray[f"{self._sheet.name}.{self._stated.name}"] += 1

    def _classes(self, row: Row, fate: Fate, terms: Any, counts: Counts) -> None:  # noqa: ANN401
        for one in terms:
            kind = one.value
            counts.classes[kind] += 1
            if kind not in fate.types:
                counts.not_covered[f"rdf:type {prefixed(kind)}"] += 1
                continue
            counts.exported += 1
            if kind == fate.first and self._classe is not None:
                row[self._classe] = fate.classe
                if self._generale is not None:
                    row[self._generale] = fate.generale


class _Slot:
    """A column that a property fills."""

    def __init__(self, at: int, sheet: Sheet, column: Column, base: str) -> None:
        self._at = at
        self._name = f"{sheet.name}.{column.name}"
        self._many = column.many
        self._converter: Converter = converter(column, base)
        self._is_link = column.kind is Kind.LINK
        self._to_shared = bool(column.targets) and all(SHEETS[one].shared for one in column.targets)

    def fill(self, row: Row, terms: Any, counts: Counts) -> int:  # noqa: ANN401
        """Put what fits into the row; how many did."""
        if self._many or len(terms) > 1:
            return self._fill_with_several(row, terms, counts)
        cell = self._converter(terms[0])
        if cell is None:
            counts.left_out[self._name] += 1
            return 0
        row[self._at] = cell
        if self._is_link:
            self._look_at_link(cell, counts)
        return 1

    def _fill_with_several(self, row: Row, terms: Any, counts: Counts) -> int:  # noqa: ANN401
        once = list(dict.fromkeys(terms))
        found = [cell for term in once if (cell := self._converter(term)) is not None]
        if not self._many:
            del found[1:]
        if lost := len(once) - len(found):
            counts.left_out[self._name] += lost
        for cell in found:
            if self._is_link:
                self._look_at_link(cell, counts)
            if self._many:
                self._look_for_separators(cell, counts)
        if found:
            row[self._at] = found if self._many else found[0]
        return len(terms) - lost

    def _look_at_link(self, cell: Any, counts: Counts) -> None:  # noqa: ANN401
        counts.linked[self._name] += 1
        if "://" in cell:
            counts.outside[self._name] += 1
        if self._to_shared:
            counts.used[self._name].add(cell)

    def _look_for_separators(self, cell: Any, counts: Counts) -> None:  # noqa: ANN401
        for one in SEPARATORS:
            if one in cell:
                counts.inside[self._name].add(one)
