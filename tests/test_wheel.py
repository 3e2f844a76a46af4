"""The wheel works on its own: ontology, shapes, context and queries travel inside it."""

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from built import ROOT, SEEDS

pytestmark = pytest.mark.xdist_group("wheel")  # it is built once


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel and the dependencies, and not the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    subprocess.run([*build, str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], check=True)
    (packages,) = (folder / "env").glob("lib/python*/site-packages")
    zipfile.ZipFile(wheel).extractall(packages)
    dependencies = Path(sysconfig.get_path("purelib"))
    (packages / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    return folder / "env/bin/python"


def call(python: Path, *arguments: str, cwd: Path) -> str:
    command = [str(python), "-m", "questions_rdf", *arguments]
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_wheel_is_what_is_tested(python: Path, tmp_path: Path) -> None:
    code = "import questions_rdf; print(questions_rdf.__file__)"
    command = [str(python), "-c", code]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert Path(found.strip()).is_relative_to(python.parent.parent)


def test_the_wheel_builds_validates_and_queries(python: Path, tmp_path: Path) -> None:
    call(python, "build", str(SEEDS), cwd=tmp_path)
    assert "Conforme : oui" in call(python, "validate", cwd=tmp_path)
    rows = call(python, "query", "SELECT ?n WHERE { ?q qp:numero ?n } ORDER BY ?n", cwd=tmp_path)
    assert "2621" in rows


def test_the_wheel_carries_every_data_file(python: Path) -> None:
    (data,) = python.parent.parent.glob("lib/python*/site-packages/questions_rdf/data")
    for folder in ("ontology", "shapes", "queries"):
        expected = {path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*.*")}
        carried = {path.relative_to(data / folder) for path in (data / folder).rglob("*.*")}
        assert carried == expected
        assert len(carried) >= 5


def test_the_wheel_carries_what_pages_load(python: Path, tmp_path: Path) -> None:
    (pages,) = python.parent.parent.glob("lib/python*/site-packages/questions_rdf/pages")
    for folder in ("files", "geometry"):
        ours, carried = ROOT / "src/questions_rdf/pages" / folder, pages / folder
        expected = {path.relative_to(ours): path.read_bytes() for path in ours.rglob("*.*")}
        assert {
            path.relative_to(carried): path.read_bytes() for path in carried.rglob("*.*")
        } == expected
    assert (pages / "files/yasgui/LICENSE").is_file()
    assert (pages / "geometry/departements/LICENSE.md").is_file()
    code = (
        "from questions_rdf.pages.assets import paths; "
        "from questions_rdf.pages.query_page import query_page; "
        "from questions_rdf.query_files.library import library; "
        "query_page('fr', library(), '/sparql', '/'); print(len(paths()))"
    )
    command = [str(python), "-c", code]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert int(found) >= 17
