"""What nobody can do without: reading the archive, parsing its JSON, writing as many bytes.

``python -m bench.peers.bytes_only copy CORPUS OUT`` unpacks every member into one file;
``parse CORPUS [json]`` parses every member with msgspec (or the standard library);
``parse-write CORPUS OUTPUT OUT`` parses every member and writes the bytes of an output once more.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

_CHUNK = 1024 * 1024


def _members(corpus: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(corpus) as archive:
        for member in archive.infolist():
            yield archive.read(member)


def copy(corpus: Path, out: Path) -> None:
    """Unpack."""
    with out.open("wb") as stream:
        for data in _members(corpus):
            stream.write(data)


def parse(corpus: Path, library: str = "msgspec") -> None:
    """Parse, and forget."""
    decode = json.loads if library == "json" else msgspec.json.decode
    for data in _members(corpus):
        decode(data)


def parse_write(corpus: Path, output: Path, out: Path) -> None:
    """Parse; then write what the conversion wrote."""
    parse(corpus)
    with output.open("rb") as source, out.open("wb") as target:
        while piece := source.read(_CHUNK):
            target.write(piece)


def main(what: str, *arguments: str) -> None:
    """Do one of them."""
    if what == "copy":
        copy(Path(arguments[0]), Path(arguments[1]))
    elif what == "parse":
        parse(Path(arguments[0]), *arguments[1:])
    else:
        parse_write(*map(Path, arguments))


if __name__ == "__main__":
    main(*sys.argv[1:])
