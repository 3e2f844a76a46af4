"""The data that exports are tried on, and their tables."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from built import ROOT, scratch, seeds
from csv2rdf import rows
from questions_rdf.build import Options as BuildOptions
from questions_rdf.build import build
from questions_rdf.exports.account import Account
from questions_rdf.exports.dialects import DIALECTS, PLAIN
from questions_rdf.exports.exporting import Options, export
from same_question_sources import FOLDER, REFERENCE


@cache
def reference_build() -> Path:
    """A build of one question from a page and a record, with reference data."""
    out = scratch() / "with-reference"
    paths = [str(FOLDER / name) for name in ("dyn.md", "record.json")]
    build(paths, BuildOptions(out, check=False, reference=[str(REFERENCE)]))
    return out


def seeds_build() -> Path:
    """The build of the seeds."""
    return seeds()[0]


def every_term() -> Path:
    """A corpus in which every rule has something to check, so every property of the mapping."""
    return ROOT / "tests" / "shapes" / "pass.ttl"


CORPORA: dict[str, Callable[[], Path]] = {
    "seeds": seeds_build,
    "reference": reference_build,
    "every-term": every_term,
}


class Export(NamedTuple):
    """The folder of an export and its account."""

    folder: Path
    account: Account

    def rows(self, table: str) -> list[dict[str, str]]:
        """The rows of a table."""
        return list(rows(self.folder / f"{table}.csv", {"encoding": "utf-8", "delimiter": ","}))


@cache
def exported(name: str, dialect: str = PLAIN.name) -> Export:
    """The tables of a corpus, made once."""
    out = scratch() / f"export-{name}-{dialect}"
    return Export(out, export(CORPORA[name](), Options(out, dialect=DIALECTS[dialect])))


def export_of(data: Path, out: Path, **options: Any) -> Export:
    """The tables of any data."""
    chosen = Options(out, dialect=PLAIN)._replace(**options)
    return Export(out, export(data, chosen))
