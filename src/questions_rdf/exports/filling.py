"""The rows of a table as they are written: with names beside identifiers, whole addresses or short.

An identifier is short, the address without the data base. Where the data has things that are not
below its base, all are whole addresses.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from questions_rdf.exports.parts import Block, blocks
from questions_rdf.exports.sheets import Column, Role, Sheet, kept
from questions_rdf.prefixes import expanded
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.rows import Kind


class Filling(NamedTuple):
    """What is known when everything has been read.

    Args:
        base: what identifiers are short for.
        whole: whether they are written in full.
        labels: what things are called, by short identifier.
        texts: whether the columns with the texts are written.
        parts: the numbers of the parts that rows wait in.
    """

    base: str
    whole: bool
    labels: Mapping[str, str]
    texts: bool
    parts: range

    def blocks(self, folder: Path, sheet: Sheet) -> Iterator[tuple[Block, int]]:
        """The rows of a sheet in blocks, with the size of each."""
        columns = kept(sheet, texts=self.texts)
        named = list(self._named(columns))
        links = [at for at, one in enumerate(columns) if one.kind is Kind.LINK]
        for rows, size in blocks(folder, sheet.name, self.parts):
            for row in rows:
                for at, of, labels in named:
                    if (thing := row[of]) is not None:
                        row[at] = labels.get(thing)
                if self.whole:
                    self._in_full(row, links)
            yield rows, size

    def _named(self, columns: tuple[Column, ...]) -> Iterator[tuple[int, int, Mapping[str, str]]]:
        """Where names go, what they name, and the names."""
        place = {one.name: at for at, one in enumerate(columns)}
        for at, one in enumerate(columns):
            if one.role is Role.LABEL:
                labels = self.labels if one.targets else _of_terms()
                yield at, place[one.of], labels

    def _in_full(self, row: list[Any], links: Iterable[int]) -> None:
        for at in links:
            if isinstance(row[at], list):
                row[at] = [self.full(one) for one in row[at]]
            elif row[at] is not None:
                row[at] = self.full(row[at])

    def full(self, short: str) -> str:
        """The address that an identifier is short for."""
        return short if "://" in short else self.base + short


def _of_terms() -> dict[str, str]:
    """What our own terms are called in French, by local name."""
    ours = expanded("qp:")
    return {iri.removeprefix(ours): terme.name.fr for iri, terme in termes().items()}
