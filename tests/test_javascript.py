"""A JavaScript processor (jsonld.js) reads the JSON-LD as the same graph."""

import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from built import seeds, triples

HERE = Path(__file__).parent / "javascript"


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script beside an installed jsonld.js; without npm the test is skipped, and says so."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: the JSON-LD is not checked with jsonld.js")
    folder = tmp_path_factory.mktemp("javascript")
    for path in HERE.glob("*.*"):
        shutil.copy(path, folder)
    command = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
    installed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if installed.returncode and not os.environ.get("CI"):
        pytest.skip(f"npm cannot install jsonld.js here: {installed.stderr.strip()[:200]}")
    assert installed.returncode == 0, installed.stderr
    return folder / "to-nquads.mjs"


def test_jsonld_js_reads_the_same_graph(script: Path) -> None:
    out, _ = seeds()
    command = ["node", str(script), str(out / "questions.jsonld")]
    result = subprocess.run(command, capture_output=True, check=True)
    found = {str(quad) for quad in ox.parse(result.stdout, format=ox.RdfFormat.N_QUADS)}
    assert found == triples(out / "questions.nt")
