"""Rows on their way from the data to the tables: in files on disk, a file for a part and a sheet.

What things are called is known only when all has been read, for what questions share stands at the
end. So rows wait here, in blocks of so many, and are never all in memory.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Self

import msgspec

_ROWS_A_BLOCK = 1000
_LENGTH_BYTES = 4

Block = list[list[Any]]


class Parts:
    """The rows of one part of the data, being written."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder = folder
        self._number = number
        self._blocks: dict[str, Block] = {}
        self._files: dict[str, BinaryIO] = {}
        self._encoder = msgspec.msgpack.Encoder()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for name in self._blocks:
            self._write(name)
        for file in self._files.values():
            file.close()

    def add(self, sheet: str, row: list[Any]) -> None:
        """The next row of a sheet."""
        block = self._blocks.setdefault(sheet, [])
        block.append(row)
        if len(block) >= _ROWS_A_BLOCK:
            self._write(sheet)

    def _write(self, sheet: str) -> None:
        block = self._blocks[sheet]
        if not block:
            return
        if sheet not in self._files:
            self._files[sheet] = _path(self._folder, sheet, self._number).open("wb")
        packed = self._encoder.encode(block)
        self._files[sheet].write(len(packed).to_bytes(_LENGTH_BYTES, "big") + packed)
        block.clear()


def blocks(folder: Path, sheet: str, numbers: Iterable[int]) -> Iterator[tuple[Block, int]]:
    """The rows of a sheet in blocks, in the order of the parts, with the size of each."""
    decoder = msgspec.msgpack.Decoder(Block)
    for number in numbers:
        path = _path(folder, sheet, number)
        if not path.exists():
            continue
        with path.open("rb") as file:
            while length := file.read(_LENGTH_BYTES):
                packed = file.read(int.from_bytes(length, "big"))
                yield decoder.decode(packed), len(packed)


def remove(folder: Path, sheet: str, numbers: Iterable[int]) -> None:
    """The rows of a sheet are where they belong."""
    for number in numbers:
        _path(folder, sheet, number).unlink(missing_ok=True)


def _path(folder: Path, sheet: str, number: int) -> Path:
    return folder / f"{sheet}-{number:06}.rows"
