"""From triples to rows: what stands together about a document becomes rows of the sheets.

A document is a question with its answers and events, or one of the things that questions share.
Everything that does not become a cell is counted.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pyoxigraph as ox

from questions_rdf.exports.cells import Converter, converter
from questions_rdf.exports.sheets import SHEETS, Column, Role, Sheet, local, parents
from questions_rdf.exports.terms import prefixed
from questions_rdf.prefixes import expanded
from questions_rdf.rows import Kind

Row = list[Any]
"""The cells of a row, those of labels still empty."""

Described = dict[str, list[Any]]
"""The objects of each property of one subject."""

_TYPE = expanded("rdf:type")
_QUESTION = expanded("qp:Question")
_SCHEME = expanded("skos:inScheme")
_SEPARATORS = "|¦‖␟␞␝␜"


class Fate(NamedTuple):
    """Where the types of a subject lead: to a sheet, if ``key`` is among them.

    ``classe`` and ``generale`` are the classes that vary, as cells; they hold if ``first`` is.
    """

    sheet: Sheet
    types: frozenset[str]
    key: str
    first: str
    classe: str
    generale: str


class Counts:
    """What became of the triples that were read, and what was seen of the values."""

    def __init__(self) -> None:
        self.read = 0
        self.exported = 0
        self.not_chosen = 0
        self.classes: Counter[str] = Counter()
        self.not_exported: Counter[str] = Counter()  # by class
        self.not_covered: Counter[str] = Counter()  # by property
        self.left_out: Counter[str] = Counter()  # by column
        self.astray: Counter[str] = Counter()  # by column: parts of what is not in the document
        self.outside: Counter[str] = Counter()  # by column: things that are not below the base
        self.used: dict[str, set[str]] = defaultdict(set)  # by column
        self.things: dict[str, set[str]] = defaultdict(set)  # by sheet, of those that are shared
        self.labels: dict[str, str] = {}
        self.inside_values: dict[str, set[str]] = defaultdict(set)  # separators, by column
        self.documents = array("q")

    def merge(self, other: "Counts") -> None:
        """Take in those of another part."""
        for name, value in vars(other).items():
            mine = getattr(self, name)
            if isinstance(value, int):
                setattr(self, name, mine + value)
            elif isinstance(value, defaultdict):
                for key, members in value.items():
                    mine[key] |= members
            elif isinstance(value, array):
                mine.extend(value)
            else:
                mine.update(value)

    @property
    def questions(self) -> int:
        """How many questions there were."""
        return self.classes[_QUESTION]

    @property
    def split(self) -> bool:
        """Whether the triples of some document did not stand together."""
        before = None
        for one in sorted(self.documents):
            if one == before:
                return True
            before = one
        return False


class Taker:
    """Makes rows of quads.

    Args:
        base: the data base.
        sheets: the names of those that are wanted.
        texts: whether the columns with the texts are.
    """

    def __init__(self, base: str, sheets: Sequence[str], *, texts: bool = True) -> None:
        self._base = base
        self._fates = _Fates(base)
        self._plans = {name: _Plan(SHEETS[name], base, texts=texts) for name in SHEETS}
        self._wanted = frozenset(sheets)
        self.counts = Counts()
        # What is not wanted is looked at for its names only.
        self._unwanted = Counts()
        self._unwanted.labels, self._unwanted.classes = self.counts.labels, self.counts.classes

    def rows(self, quads: Iterable[ox.Quad]) -> Iterator[tuple[str, Row]]:
        """The rows, each with the name of its sheet."""
        for document, things in self._documents(quads):
            self.counts.documents.append(hash_of(document))
            parts = self._parts(things)
            for thing, described in things.items():
                yield from self._row(thing, described, parts, things)

    def _documents(self, quads: Iterable[ox.Quad]) -> Iterator[tuple[str, dict[str, Described]]]:
        """What stands together about each document, by subject."""
        document, before = "", ""
        things: dict[str, Described] = {}
        described: Described = {}
        read = 0
        length = len(self._base)
        for subject, predicate, term, _ in quads:
            read += 1
            name = subject.value
            if name != before:
                before = name
                relative = name[length:] if name.startswith(self._base) else name
                of, _, _ = relative.partition("#")
                if of != document:
                    if things:
                        yield document, things
                    document, things = of, {}
                described = things.setdefault(relative, {})
            prop = predicate.value
            if prop in described:
                described[prop].append(term)
            else:
                described[prop] = [term]
        if things:
            yield document, things
        self.counts.read += read

    def _parts(self, things: dict[str, Described]) -> dict[str, tuple[str, str]]:
        """Of each part of something in the document: the sheet and name of what it is a part of."""
        found = {}
        for thing, described in things.items():
            fate = self._fates.of(described)
            if fate and (nesting := self._plans[fate.sheet.name].nesting & described.keys()):
                for prop in nesting:
                    for term in described[prop]:
                        part = _relative(term, self._base)
                        if part in things and part not in found:
                            found[part] = (fate.sheet.name, thing)
                            self._count_part(things[part])
                        else:  # it stands elsewhere, or is a part of something else already
                            self.counts.left_out[f"{fate.sheet.name}.{prefixed(prop)}"] += 1
        return found

    def _count_part(self, described: Described) -> None:
        """That a thing has a part stands in the row of the part."""
        fate = self._fates.of(described)
        if fate and fate.sheet.name in self._wanted:
            self.counts.exported += 1
        else:
            self.counts.not_chosen += 1

    def _row(
        self,
        thing: str,
        described: Described,
        parts: dict[str, tuple[str, str]],
        things: dict[str, Described],
    ) -> Iterator[tuple[str, Row]]:
        fate = self._fates.of(described)
        counts = self.counts
        if fate is None:
            counts.classes.update(one.value for one in described.get(_TYPE, ()))
            counts.not_exported[_kind(described)] += sum(map(len, described.values()))
            return
        sheet = fate.sheet
        if "://" in thing:
            counts.outside[f"{sheet.name}.id"] += 1
        if sheet.shared:
            counts.things[sheet.name].add(thing)
        plan = self._plans[sheet.name]
        if sheet.name in self._wanted:
            row = plan.row(thing, fate, described, parts, counts)
            plan.look_for_whole(row, things, counts)
            yield sheet.name, row
        else:
            plan.row(thing, fate, described, parts, self._unwanted)
            nested = sum(len(described.get(prop, ())) for prop in plan.nesting)
            counts.not_chosen += sum(map(len, described.values())) - nested


def _kind(described: Described) -> str:
    """What a thing is that no sheet is for."""
    return min((prefixed(str(one.value)) for one in described.get(_TYPE, ())), default="")


def hash_of(name: str) -> int:
    """Eight bytes that stand for a name."""
    return hash(name)


def _relative(term: Any, base: str) -> str:  # noqa: ANN401
    return str(term.value).removeprefix(base)


class _Fates:
    """Finds the sheet for the types of a subject."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._known = [
            _fate(sheet, types)
            for sheet in SHEETS.values()
            for types in sheet.types
        ]
        self._found: dict[frozenset[str], list[Fate]] = {}

    def of(self, described: Described) -> Fate | None:
        """Where a subject leads; nowhere, if it is nothing that a sheet is for."""
        types = frozenset([one.value for one in described.get(_TYPE, ())])
        fates = self._found.get(types)
        if fates is None:
            fates = self._found[types] = self._look_up(types)
        if not fates:
            return None
        if not fates[0].sheet.scheme:
            return fates[0]
        schemes = [_relative(one, self._base) for one in described.get(_SCHEME, ())]
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


class _Plan:
    """How the rows of one sheet are made."""

    def __init__(self, sheet: Sheet, base: str, *, texts: bool) -> None:
        columns = kept(sheet, texts=texts)
        self._columns = columns
        self._slots: dict[str, _Slot] = {}
        self._left: set[str] = set()
        self.nesting = {expanded(r.term) for r in sheet.table.rows if r.kind is Kind.NESTED}
        self._roles = {one.role: at for at, one in enumerate(columns)}
        self._parents = {
            one.targets[0]: at for at, one in enumerate(columns) if one.role is Role.PARENT
        }
        self._label = next(
            (
                at
                for at, one in enumerate(columns)
                if one.role is Role.VALUE and one.key == sheet.label
            ),
            None,
        )
        for at, one in enumerate(columns):
            if one.role is Role.VALUE:
                self._slots[expanded(one.term)] = _Slot(at, sheet, one, base)
        for one in sheet.columns:
            if one not in columns:
                self._left.add(expanded(one.term))
        if sheet.parent:
            at = next(at for at, one in enumerate(columns) if one.key == sheet.parent)
            self._parents = {parent.name: at for parent, _ in parents(sheet)}
        self._sheet = sheet

    def row(
        self,
        thing: str,
        fate: Fate,
        described: Described,
        parts: dict[str, tuple[str, str]],
        counts: Counts,
    ) -> Row:
        """The cells of a thing."""
        row: Row = [None] * len(self._columns)
        row[0] = thing
        self._classes(row, fate, described, counts)
        if thing in parts:
            parent, name = parts[thing]
            if parent in self._parents:
                row[self._parents[parent]] = name
        for prop, terms in described.items():
            if slot := self._slots.get(prop):
                counts.exported += slot.fill(row, terms, counts)
            elif prop in self._left:
                counts.not_chosen += len(terms)
            elif prop != _TYPE and prop not in self.nesting:
                counts.not_covered[prefixed(prop)] += len(terms)
        if self._label is not None and row[self._label] is not None:
            counts.labels[thing] = row[self._label]
        return row

    def look_for_whole(self, row: Row, things: Mapping[str, object], counts: Counts) -> None:
        """Whether what a row names as the whole that it is a part of stands in the document."""
        if self._sheet.parent:
            for at in set(self._parents.values()):
                if row[at] is not None and row[at] not in things:
                    counts.astray[f"{self._sheet.name}.{self._columns[at].name}"] += 1

    def _classes(self, row: Row, fate: Fate, described: Described, counts: Counts) -> None:
        for one in described[_TYPE]:
            counts.classes[one.value] += 1
            if one.value in fate.types:
                counts.exported += 1
            else:
                counts.not_covered[f"rdf:type {prefixed(one.value)}"] += 1
        if not any(one.value == fate.first for one in described[_TYPE]):
            return
        if Role.CLASSE in self._roles:
            row[self._roles[Role.CLASSE]] = fate.classe
        if Role.CLASSE_GENERALE in self._roles:
            row[self._roles[Role.CLASSE_GENERALE]] = fate.generale


class _Slot:
    """A column that a property fills."""

    def __init__(self, at: int, sheet: Sheet, column: Column, base: str) -> None:
        self._at = at
        self._name = f"{sheet.name}.{column.name}"
        self._column = column
        self._converter: Converter = converter(column, base)
        self._targets_shared = bool(column.targets) and all(
            SHEETS[one].shared for one in column.targets
        )

    def fill(self, row: Row, terms: list[Any], counts: Counts) -> int:
        """Put what fits into the row; how many did."""
        once = terms if len(terms) == 1 else list(dict.fromkeys(terms))
        found = [cell for term in once if (cell := self._converter(term)) is not None]
        if not self._column.many:
            del found[1:]
        lost = len(once) - len(found)
        if lost:
            counts.left_out[self._name] += lost
        if not found:
            return len(terms) - lost
        if self._column.kind is Kind.LINK:
            self._look_at_links(found, counts)
        if self._column.many:
            row[self._at] = found
            self._look_for_separators(found, counts)
        else:
            row[self._at] = found[0]
        return len(terms) - lost

    def _look_at_links(self, found: list[Any], counts: Counts) -> None:
        if any("://" in link for link in found):
            counts.outside[self._name] += 1
        if self._targets_shared:
            counts.used[self._name].update(found)

    def _look_for_separators(self, found: list[Any], counts: Counts) -> None:
        for value in found:
            for separator in _SEPARATORS:
                if separator in value:
                    counts.inside_values[self._name].add(separator)


def separator(inside: set[str]) -> str | None:
    """What stands between the values of a cell: the first sign that is in none of them."""
    return next((one for one in _SEPARATORS if one not in inside), None)


def kept(sheet: Sheet, *, texts: bool) -> tuple[Column, ...]:
    """The columns that are written."""
    return tuple(one for one in sheet.columns if texts or not one.is_text)
