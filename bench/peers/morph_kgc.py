"""Morph-KGC, the general-purpose peer: the part of the mapping that RML states without functions.

It reads a JSON document as a whole and takes a record for absent where a neighbour of a field is
null: its input is one list of questions without nulls, and we read the same file. Which triples
make the part is said by :func:`belongs`.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

MAPPING = Path(__file__).with_name("mapping.rml.ttl")
_CONFIGURATION = """\
[CONFIGURATION]
output_file = {out}
output_format = N-TRIPLES
number_of_processes = 1
logging_level = WARNING

[source]
mappings = {mapping}
"""
_QP = "https://w3id.org/questions-parlementaires/def#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PRINTED = {f"{_QP}pageJO", f"{_QP}publieDans"}
_PART = {
    "": {
        *_PRINTED,
        *(f"{_QP}{name}" for name in "numero legislature chambre analyse auteur mandat".split()),
        *(f"{_QP}{name}" for name in "groupe ministereInterroge datePublication".split()),
        _TYPE,
        "http://purl.org/dc/terms/identifier",
        "http://purl.org/dc/terms/title",
        "https://schema.org/text",
        "http://xmlns.com/foaf/0.1/page",
    },
    "#publication": {*_PRINTED, _TYPE, f"{_QP}date"},
    "#reponse": {*_PRINTED, f"{_QP}datePublication", "https://schema.org/text"},
}
_LINE = re.compile(r"<[^>]*/question/QANR5L\d+QE\d+(#[^>]*)?> <([^>]*)> (.*)", re.DOTALL)


def belongs(triple: str) -> bool:
    """Whether a triple belongs to the part."""
    match = _LINE.match(triple)
    if match is None:
        return False
    fragment, predicate = match[1] or "", match[2]
    if predicate == f"{_QP}evenement":
        return match[3].startswith("<") and "#publication>" in match[3]
    return predicate in _PART.get(fragment, ())


def without_nulls(value: Any) -> Any:  # noqa: ANN401  (JSON)
    """``value`` with its null fields left out."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


def prepare(folder: Path, questions: Iterable[dict[str, Any]]) -> tuple[Path, Path]:
    """The input that both read, and the configuration; all in ``folder``."""
    folder.mkdir()
    corpus, configuration = folder / "corpus.json", folder / "morph-kgc.ini"
    with corpus.open("wb") as stream:
        separator = b'{"questionsEcrites": {"question": [\n'
        for fields in questions:
            stream.write(separator + msgspec.json.encode(without_nulls(fields)))
            separator = b",\n"
        stream.write(b"\n]}}\n")
    mapping = folder / MAPPING.name
    text = MAPPING.read_text(encoding="utf-8")
    mapping.write_text(text.replace('"corpus.json"', f'"{corpus}"'), encoding="utf-8")
    configuration.write_text(
        _CONFIGURATION.format(out=folder / "morph-kgc.nt", mapping=mapping), encoding="utf-8"
    )
    return corpus, configuration


def version(python: str) -> str | None:
    """The version of Morph-KGC that this Python has; ``None`` if it has none."""
    asked = "from importlib.metadata import version; print(version('morph-kgc'))"
    try:
        found = subprocess.run(  # noqa: S603
            [python, "-c", asked], capture_output=True, text=True, check=False, timeout=60
        )
    except OSError:
        return None
    return found.stdout.strip() or None
