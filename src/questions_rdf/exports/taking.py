"""From triples to rows: what stands together about a document becomes rows of the sheets.

A document is a question with its answers and events, or one of the things that questions share.
Everything that does not become a cell is counted.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyoxigraph as ox

from questions_rdf.exports.counting import Counts
from questions_rdf.exports.fates import TYPE, Fate, Fates
from questions_rdf.exports.plans import Plan, Row, Whole
from questions_rdf.exports.sheets import SHEETS
from questions_rdf.prefixes import prefixed

_Described = dict[str, list[Any]]
_BLANK = "_:"
_Things = dict[str, _Described]


class Taker:
    """Makes rows of quads.

    Args:
        base: the data base.
        sheets: the names of those that are wanted.
        texts: whether the columns with the texts are.
    """

    def __init__(self, base: str, sheets: Sequence[str], *, texts: bool = True) -> None:
        self._base = base
        self._fates = Fates(base)
        self._plans = {name: Plan(SHEETS[name], base, texts=texts) for name in SHEETS}
        self._wanted = frozenset(sheets)
        self.counts = Counts()
        # What is not wanted is looked at for its names only.
        self._unwanted = Counts()
        self._unwanted.labels, self._unwanted.classes = self.counts.labels, self.counts.classes

    def rows(self, quads: Iterable[ox.Quad]) -> Iterator[tuple[str, Row]]:
        """The rows, each with the name of its sheet."""
        for document, things in self._documents(quads):
            self.counts.note_document(document)
            fates = {thing: self._fate(thing, described) for thing, described in things.items()}
            wholes = self._wholes(things, fates)
            for thing, described in things.items():
                fate = fates[thing]
                if fate is None:
                    self._count_unknown(thing, described)
                    continue
                row = self._row(thing, fate, described, wholes.get(thing), things)
                if row is not None:
                    yield fate.sheet.name, row

    def _documents(self, quads: Iterable[ox.Quad]) -> Iterator[tuple[str, _Things]]:
        """What stands together about each document, by subject."""
        document, before = "", ""
        things: _Things = {}
        described: _Described = {}
        read = 0
        base, length = self._base, len(self._base)
        for subject, predicate, term, _ in quads:
            read += 1
            name = subject.value
            if name != before:
                before = name
                if isinstance(subject, ox.BlankNode):
                    name = f"{_BLANK}{name}"
                relative = name[length:] if name.startswith(base) else name
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

    def _wholes(self, things: _Things, fates: dict[str, Fate | None]) -> dict[str, Whole]:
        """Of each part of something in the document: what it is a part of."""
        found: dict[str, Whole] = {}
        for thing, fate in fates.items():
            if fate is None:
                continue
            described = things[thing]
            for prop in self._plans[fate.sheet.name].nesting & described.keys():
                for term in described[prop]:
                    part = term.value.removeprefix(self._base)
                    of = fates.get(part)
                    if (
                        of
                        and part not in found
                        and self._plans[of.sheet.name].takes(fate.sheet.name)
                    ):
                        found[part] = (fate.sheet.name, thing)
                        self._count_part(of)
                    else:  # it stands elsewhere, is unknown, or a part of something else already
                        self.counts.left_out[f"{fate.sheet.name}.{prefixed(prop)}"] += 1
        return found

    def _count_part(self, fate: Fate) -> None:
        """That a thing has a part stands in the row of the part."""
        if fate.sheet.name in self._wanted:
            self.counts.exported += 1
        else:
            self.counts.not_chosen += 1

    def _fate(self, thing: str, described: _Described) -> Fate | None:
        """Where a thing belongs; a blank node has no name that a row could have."""
        return None if thing.startswith(_BLANK) else self._fates.of(described)

    def _count_unknown(self, thing: str, described: _Described) -> None:
        """A thing that no sheet is for."""
        classes = [one.value for one in described.get(TYPE, ())]
        self.counts.classes.update(classes)
        kind = min(map(prefixed, classes), default="")
        kind = "blank node" if thing.startswith(_BLANK) else kind
        self.counts.not_exported[kind] += sum(map(len, described.values()))

    def _row(
        self,
        thing: str,
        fate: Fate,
        described: _Described,
        whole: Whole | None,
        things: _Things,
    ) -> Row | None:
        """The row of a thing, if its sheet is wanted."""
        sheet, counts = fate.sheet, self.counts
        plan = self._plans[sheet.name]
        if sheet.shared:
            counts.things[sheet.name].add(thing)
        if sheet.name not in self._wanted:
            plan.row(thing, fate, described, self._unwanted)
            nested = sum(len(described.get(prop, ())) for prop in plan.nesting)
            counts.not_chosen += sum(map(len, described.values())) - nested
            return None
        if "://" in thing:
            counts.outside[f"{sheet.name}.id"] += 1
        row = plan.row(thing, fate, described, counts)
        plan.put_whole(row, whole, things, counts)
        return row
