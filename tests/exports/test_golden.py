"""Small exports as they are meant to be, for a person to read: ``pytest --rewrite-golden`` writes them."""

import shutil
from pathlib import Path

import pytest

from export_corpora import CORPORA, export_of

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("name", ["seeds", "reference"])
def test_the_tables_are_as_expected(name: str, tmp_path: Path, rewrite_golden: bool) -> None:
    """Without texts; what is empty is left out."""
    found = export_of(CORPORA[name](), tmp_path / "out", texts=False)
    written = {
        f"{table}.csv": (found.folder / f"{table}.csv").read_bytes()
        for table, rows in found.account.tables.items()
        if rows
    }
    folder = EXPECTED / name
    if rewrite_golden:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for file, content in written.items():
            (folder / file).write_bytes(content)
    assert written == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(written) >= 10
