"""Feeds one reader with mutations of the fixtures, guided by coverage, until something breaks.

    pip install atheris
    python fuzz/fuzz_reader.py page_dyn -max_total_time=600

A crash, a hang of more than ten seconds, or a promise that is not kept ends the run and leaves the
input behind. The promises: a reader yields questions and problems and never raises; a question has
the uid of its parts; no text holds what RDF may not hold.
"""

import io
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["questions_rdf"]):
    from questions_rdf.documents import Document, DocumentError
    from questions_rdf.problems import Origin, Problem
    from questions_rdf.readers import READERS, Found, Reader
    from questions_rdf.readers._characters import ILLEGAL
    from questions_rdf.records import uid_of

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
NAMES = ("page.txt", "14-47351QE.htm", "QANR5L17QE2621.md", "json/QANR5L16QE1.json")


def check(reader: Reader, data: bytes) -> None:
    """Read ``data`` and check what comes out."""
    name = NAMES[len(data) % len(NAMES)]
    document = Document(Origin("archive.zip", name), io.BytesIO(data))
    try:
        for found in reader.read(document):
            _check_one(found)
        document.exhaust()
    except DocumentError:
        pass


def _check_one(found: Found | Problem) -> None:
    if isinstance(found, Problem):
        _promise(bool(found.message.fr and found.message.en), found.code)
        return
    question = found.question
    uid = uid_of(question.legislature, question.nature, question.numero)
    _promise(question.uid == uid, question.uid)
    _promise(not ILLEGAL.search(repr(question)), question.uid)


class BrokenPromiseError(Exception):
    """What a reader gave is not what it promises to give."""


def _promise(kept: bool, about: str) -> None:  # noqa: FBT001
    if not kept:
        raise BrokenPromiseError(about)


def main() -> None:
    """Run the fuzzer on the reader that the first argument names."""
    name = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    known = {module.__name__.rpartition(".")[2]: module for module in READERS}
    if name not in known:
        sys.exit(f"usage: fuzz_reader.py {{{','.join(known)}}} [libFuzzer options]")
    reader = known[name]
    with tempfile.TemporaryDirectory() as corpus:
        for number, source in enumerate(sorted(FIXTURES.glob(f"{name}/*/source*"))):
            (Path(corpus) / str(number)).write_bytes(source.read_bytes())
        options = ["-timeout=10", "-rss_limit_mb=3000", "-max_len=20000", *sys.argv[1:]]
        atheris.Setup([sys.argv[0], *options, corpus], lambda data: check(reader, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
