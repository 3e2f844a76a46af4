"""The files of the search index, below ``recherche/``.

``index.json`` says how many records there are, what each can be narrowed by, and with which word
each file of words begins. ``mots/N.bin`` holds words in the order of the alphabet, each as: length
of the word, the word, number of records, length of what follows, the records (see ``Postings``).
``fiches/N.bin`` holds what is shown of the records N * SHOWN and following, as JSON.
``facettes/NAME.bin`` holds two bytes a record (four, if two are not enough): the number of what
it has, 0 for none; ``jour.bin`` likewise its day. ``index.json`` says which value each number is:
things of one name, such as the ministries of two Governments, are one value. ``auteurs.bin`` says
the same of those who ask, as JSON; ``graphies.bin`` holds words of titles as they are printed. All
are compressed with zlib, and read so whatever the host does with them.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from questions_rdf.site.search.entry import Entry
from questions_rdf.site.search.facets import Facets, Names
from questions_rdf.site.search.inversion import ROOM, Inversion, Postings, varint
from questions_rdf.site.search.spellings import Spellings
from questions_rdf.site.search.words import EMPTY
from questions_rdf.site.site_file import SiteFile

FOLDER = "recherche"
INDEX = f"{FOLDER}/index.json"
SHOWN = 32
"""Records in one file of what is shown: a page of results reads as many files as it has results."""

_WORDS_IN_A_FILE = 48 * 1024  # bytes, before compression
_LEVEL = 9


def search_files(
    entries: Iterable[Entry], names: Names, folder: Path, room: int = ROOM
) -> Iterator[SiteFile]:
    """The index, file by file.

    Args:
        entries: in the order of the data; the same order gives the same bytes.
        names: what the things are called that results can be narrowed by, by their keys.
        folder: where temporary files may be written.
        room: bytes of words that may be in memory, about.
    """
    facets, inversion, spellings = Facets(), Inversion(folder, room), Spellings()
    digest = hashlib.sha256()
    file = partial(_file, digest)
    total, shown = 0, []
    for entry in entries:
        shown.append([*entry.shown, *facets.add(entry)])
        inversion.add(total, entry.levels)
        spellings.add(f"{entry.shown[1]} {entry.shown[2] or ''}")
        total += 1
        if total % SHOWN == 0:
            yield file(f"fiches/{total // SHOWN - 1}", msgspec.json.encode(shown))
            shown.clear()
    if shown:
        yield file(f"fiches/{total // SHOWN}", msgspec.json.encode(shown))
    beginnings = []
    for number, (word, content) in enumerate(_shelves(inversion.merged())):
        beginnings.append(word)
        yield file(f"mots/{number}", content)
    for name, column in facets.columns():
        yield file(f"facettes/{name}", column)
    yield file("auteurs", msgspec.json.encode(facets.authors()))
    yield file("graphies", spellings.content())
    index = {
        "total": total,
        "shown": SHOWN,
        "empty": sorted(EMPTY),
        "words": beginnings,
        "authors": len(facets.authors()),
        "facets": facets.values(names),
    }
    digest.update(msgspec.json.encode(index))
    index["version"] = digest.hexdigest()[:16]  # those of two builds must not be mixed by a cache
    yield SiteFile(INDEX, msgspec.json.encode(index))


def _file(digest: "hashlib._Hash", name: str, content: bytes) -> SiteFile:
    packed = zlib.compress(content, _LEVEL)
    digest.update(packed)
    return SiteFile(f"{FOLDER}/{name}.bin", packed)


def _shelves(words: Iterable[Postings]) -> Iterator[tuple[str, bytes]]:
    """The words, as many together as make up a file; with the first of them."""
    first, content = "", bytearray()
    for word, count, postings in words:
        if content and len(content) + len(postings) > _WORDS_IN_A_FILE:
            yield first, bytes(content)
            content.clear()
        first = first if content else word
        name = word.encode()
        content += varint(len(name)) + name + varint(count) + varint(len(postings)) + postings
    if content:
        yield first, bytes(content)
