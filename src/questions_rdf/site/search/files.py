"""The files of the search index, below ``recherche/``.

``index.json`` says how many records there are, what each can be narrowed by, and with which word
each file of words begins. ``mots/N.bin`` holds words in the order of the alphabet, each as: length
of the word, the word, number of records, length of what follows, the records (see ``Postings``).
``fiches/N.bin`` holds what is shown of the records N * SHOWN and following, as JSON.
``facettes/NAME.bin`` holds two bytes a record: the number of what it has, 0 for none; ``jour.bin``
likewise its day. ``index.json`` says which value each number is: things of one name, such as the
ministries of two Governments, are one value. All ``.bin`` are compressed with zlib, and read so
whatever the host does with them.
"""

import hashlib
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from questions_rdf.problems import Bilingual
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources.description import Kind
from questions_rdf.site.search.entry import FACETS, Entry
from questions_rdf.site.search.inversion import ROOM, Inversion, Postings, varint
from questions_rdf.site.search.words import EMPTY, PARTS, folded
from questions_rdf.site.site_file import SiteFile

FOLDER = "recherche"
INDEX = f"{FOLDER}/index.json"
SHOWN = 32
"""Records in one file of what is shown: a page of results reads as many files as it has results."""

_WORDS_IN_A_FILE = 48 * 1024  # bytes, before compression
_LEVEL = 9
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
    """A value of a facet: its place among them, what it is called, how many records have it."""

    place: int
    french: str
    english: str
    records: int = 0


class _Facets:
    """What records can be narrowed by, as numbers in the order in which they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, dict[str, int]] = {name: {} for name in FACETS}
        self.columns = {name: array("H") for name in (*FACETS, "jour")}

    def add(self, entry: Entry) -> list[int]:
        found = [
            self.numbers[name].setdefault(key, len(self.numbers[name]) + 1) if key else 0
            for name, key in zip(FACETS, entry.keys, strict=True)
        ]
        for name, number in zip(self.columns, (*found, entry.day), strict=True):
            self.columns[name].append(number)
        return found


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
    facets, inversion, digest = _Facets(), Inversion(folder, room), hashlib.sha256()
    file = partial(_file, digest)
    total, shown = 0, []
    for entry in entries:
        shown.append([*entry.shown, *facets.add(entry)])
        inversion.add(total, entry.levels)
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
    for name, column in facets.columns.items():
        yield file(f"facettes/{name}", _little(column))
    index = {
        "total": total,
        "shown": SHOWN,
        "empty": sorted(EMPTY),
        "words": beginnings,
        "facets": {
            name: _values(facets.numbers[name], Counter(facets.columns[name]), names)
            for name in FACETS
        },
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


def _values(numbers: dict[str, int], records: Counter[int], names: Names) -> dict[str, object]:
    """The values to choose from, and which of them each number is, from 0, which is none.

    A value is what it is called in addresses, in French, in English, and how many records have it.
    """
    values: dict[str, _Value] = {}
    places = [0]
    for key, number in numbers.items():
        french, english = _called(key, names)
        slug = "-".join(PARTS.findall(folded(french))) or "-"
        value = values.setdefault(slug, _Value(len(values) + 1, french, english))
        value.records += records[number]
        places.append(value.place)
    shown = [[slug, one.french, one.english, one.records] for slug, one in values.items()]
    return {"values": shown, "places": places}


def _called(key: str, names: Names) -> tuple[str, str]:
    own = termes().get(key)
    name = names(key) or _KINDS.get(key) or (own.name if own else None)
    end = key.rpartition("#")[2].rpartition("/")[2]
    return (name.fr, name.en) if name else (end, end)


def _little(column: "array[int]") -> bytes:
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()
