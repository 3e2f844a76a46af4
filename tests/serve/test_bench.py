"""The bench of the endpoint runs, and says what it left out."""

import re
import shutil
import sys
from pathlib import Path

from click.testing import CliRunner

from bench.endpoint import command
from built import seeds


def test_both_servers_are_asked_in_turns(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    sizes = ["--requests", "60", "--connections", "3", "--rounds", "2"]
    got = CliRunner().invoke(command, [str(seeds()[0]), "--store", store, *sizes])
    assert got.exit_code == 0, got.output
    assert "5 questions, 3 connections" in got.output
    rows = re.findall(
        r"(?m)^\| (questions-rdf serve|oxigraph serve-read-only) \| [\d,]+ \|", got.output
    )
    there = Path(sys.executable).with_name("oxigraph").exists() or shutil.which("oxigraph")
    assert rows == ["questions-rdf serve", *["oxigraph serve-read-only"] * bool(there)] * 2
    assert ("oxigraph is left out" in got.output) is not bool(there)
