"""The layouts in which the Assembly hands out its questions, and two that people make of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from bench.corpus import xml
from bench.corpus.archive import Archive
from bench.corpus.generation import Corpus
from bench.corpus.questions import Fields

_ROOTS = {"QE": "questionsEcrites", "QG": "questionsGvt", "QOSD": "questionsOralesSansDebat"}
_encode = msgspec.json.encode


def _single_json(fields: Fields) -> bytes:
    return _encode({"question": fields})


def _single_xml(fields: Fields) -> bytes:
    return (xml.DECLARATION + xml.element("question", fields)).encode()


def _members(corpus: Corpus, extension: str) -> Iterator[tuple[str, Fields]]:
    """Every question with the name of its member: by rank, since a defect may touch its number."""
    for nature in corpus.natures_wanted():
        for rank, fields in enumerate(corpus.of_nature(nature), start=1):
            legislature = fields["identifiant"]["legislature"]
            yield f"QANR5L{legislature}{nature}{rank}.{extension}", fields


def json_members(corpus: Corpus, out: Path) -> None:
    """A zip with one JSON member a question: legislatures 15 to 17."""
    with Archive(out) as archive:
        for name, fields in _members(corpus, "json"):
            archive.add(f"json/{name}", (_single_json(fields),))


def xml_members(corpus: Corpus, out: Path) -> None:
    """A zip with one XML member a question."""
    with Archive(out) as archive:
        for name, fields in _members(corpus, "xml"):
            archive.add(f"xml/{name}", (_single_xml(fields),))


def json_list(corpus: Corpus, out: Path) -> None:
    """A zip with one big JSON member a kind of question: the 14th legislature."""
    with Archive(out) as archive:
        for nature, root in _ROOTS.items():
            archive.add(f"{root}.json", _json_list(corpus, nature, root))


def _json_list(corpus: Corpus, nature: str, root: str) -> Iterator[bytes]:
    yield f'{{"{root}": {{"question": ['.encode()
    separator = b"\n"
    for fields in corpus.of_nature(nature):
        yield separator + _encode(fields)
        separator = b",\n"
    yield b"\n]}}\n"


def xml_list(corpus: Corpus, out: Path) -> None:
    """A zip with one big XML member a kind of question."""
    with Archive(out) as archive:
        for nature, root in _ROOTS.items():
            archive.add(f"{root}.xml", _xml_list(corpus, nature, root))


def _xml_list(corpus: Corpus, nature: str, root: str) -> Iterator[bytes]:
    instance = "http://www.w3.org/2001/XMLSchema-instance"
    yield f'{xml.DECLARATION}<{root} xmlns:xsi="{instance}">\n'.encode()
    for fields in corpus.of_nature(nature):
        plain = {key: value for key, value in fields.items() if not key.startswith("@xmlns")}
        yield xml.element("question", plain).encode() + b"\n"
    yield f"</{root}>\n".encode()


def ndjson(corpus: Corpus, out: Path) -> None:
    """A file with one JSON object a line."""
    with out.open("wb") as stream:
        for _, fields in _members(corpus, "json"):
            stream.write(_single_json(fields) + b"\n")


def folder(corpus: Corpus, out: Path) -> None:
    """A folder with one JSON file a question: what unpacking an archive gives."""
    out.mkdir(parents=True)
    for name, fields in _members(corpus, "json"):
        (out / name).write_bytes(_single_json(fields))


LAYOUTS: dict[str, Callable[[Corpus, Path], None]] = {
    "json": json_members,
    "list": json_list,
    "ndjson": ndjson,
    "folder": folder,
    "xml": xml_members,
    "xml-list": xml_list,
}
