"""A store on disk: the same answers as from memory, built when it has to be and only then."""

import gzip
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from built import PROGRAM, ROOT, interrupted, on_a_terminal, run, seeds
from questions_rdf import data_files, query, store, store_contents
from questions_rdf.digests import sha256
from questions_rdf.errors import UnreadableInputError, UsageError

CORPUS = ROOT / "tests/shapes/pass.ttl"
QUERIES = sorted((ROOT / "queries").glob("*.rq"))
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def triples(count: int, word: str = "x") -> str:
    return "".join(f'<urn:x:{i}> <urn:x:p> "{word} {i}" .\n' for i in range(count))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.nt"
    path.write_text(triples(10), encoding="utf-8")
    return path


def counted(*paths: Path, folder: Path, tell: Callable[[str], None] = lambda _: None) -> int:
    """How many triples of data the store holds; it is built where necessary."""
    with store.opened(folder, paths, store.Talk(tell)) as opened:
        return sum(1 for _ in opened.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def generation(folder: Path) -> Path:
    """The one store in the folder."""
    (found,) = [path for path in folder.iterdir() if path.is_dir()]
    return found


def ask(data: Path | str, folder: Path | str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return run("query", COUNT, "--data", data, "--store", folder, cwd=cwd)


def begin(data: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [PROGRAM, "query", COUNT, "--data", data, "--store", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


# -- The same answers -----------------------------------------------------------------------------


@pytest.mark.parametrize("data", [seeds()[0], CORPUS], ids=["seeds", "corpus"])
def test_every_example_query_has_the_answer_that_it_has_from_memory(
    data: Path, tmp_path: Path
) -> None:
    files = data_files.data_files(data)
    memory = query.loaded(files)
    answers = 0
    with store.opened(tmp_path / "s", files) as on_disk:
        for path in QUERIES:
            text = path.read_text(encoding="utf-8")
            expected = query.serialised(query.run(memory, text), "csv")
            assert query.serialised(query.run(on_disk, text), "csv") == expected, path.stem
            answers += expected.count(b"\n") > 1
        assert len(on_disk) == len(memory)
    assert answers >= 7


def test_the_ontology_stands_apart_from_the_data(data: Path, tmp_path: Path) -> None:
    assert counted(data, folder=tmp_path / "s") == 10
    with store.opened(tmp_path / "s", [data]) as opened:
        assert list(opened.named_graphs()) == [query.ONTOLOGY_GRAPH]


def test_blank_nodes_of_two_files_stay_two(tmp_path: Path) -> None:
    files = [tmp_path / "a.nt", tmp_path / "b.ttl"]
    for file in files:
        file.write_text('_:a <urn:x:p> "1" .\n_:a <urn:x:p> "2" .\n', encoding="utf-8")
    with store.opened(tmp_path / "s", files) as opened:
        query = "SELECT DISTINCT ?s { ?s <urn:x:p> ?o }"
        assert len(list(opened.query(query))) == 2  # type: ignore[arg-type]


def test_more_triples_than_are_loaded_at_once_are_all_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_AT_ONCE", 7)
    (tmp_path / "data.nt").write_text(triples(50), encoding="utf-8")
    assert counted(tmp_path / "data.nt", folder=tmp_path / "s") == 50


# -- Built once -----------------------------------------------------------------------------------


def test_a_second_query_opens_what_the_first_one_built(tmp_path: Path) -> None:
    first = ask(seeds()[0], "kept", tmp_path)
    assert first.stdout.split() == ["n", "395"]
    assert first.stderr == "Building the store kept: there is none yet.\n"
    built = {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").rglob("*")}
    second = ask(seeds()[0], "kept", tmp_path)
    assert (second.stdout, second.stderr) == (first.stdout, "")
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "kept").rglob("*")} == built


def test_data_that_changed_is_loaded_anew(data: Path, tmp_path: Path) -> None:
    said: list[str] = []
    assert counted(data, folder=tmp_path / "s") == 10
    former = generation(tmp_path / "s")
    data.write_text(triples(11), encoding="utf-8")
    assert counted(data, folder=tmp_path / "s", tell=said.append) == 11
    assert said == [f"Building the store {tmp_path / 's'}: the data is not the same any more."]
    assert generation(tmp_path / "s") != former


def test_a_change_that_keeps_the_length_counts(data: Path, tmp_path: Path) -> None:
    counted(data, folder=tmp_path / "s")
    data.write_text(triples(10, "y"), encoding="utf-8")
    with store.opened(tmp_path / "s", [data]) as opened:
        assert opened.query('ASK { ?s ?p "y 1" }')


def test_files_that_were_only_touched_or_moved_are_the_same_data(
    data: Path, tmp_path: Path
) -> None:
    counted(data, folder=tmp_path / "s")
    before = generation(tmp_path / "s")
    os.utime(data)
    moved = data.rename(tmp_path / "moved.nt")
    said: list[str] = []
    assert counted(moved, folder=tmp_path / "s", tell=said.append) == 10
    assert (said, generation(tmp_path / "s")) == ([], before)


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files whose digests are taken from now on."""
    found: list[Path] = []

    def counting(path: Path) -> str:
        found.append(path)
        return sha256(path)

    monkeypatch.setattr(data_files, "sha256", counting)
    return found


def test_what_nobody_touched_is_not_hashed_again(
    data: Path, tmp_path: Path, hashed: list[Path]
) -> None:
    counted(data, folder=tmp_path / "s")
    os.utime(data)
    counted(data, folder=tmp_path / "s")
    assert hashed.count(data) == 2
    counted(data, folder=tmp_path / "s")
    assert hashed.count(data) == 2
    of_a_build = data_files.data_files(seeds()[0])
    stated = seeds()[1].files["questions.nt"].sha256
    assert data_files.digests(of_a_build) == [stated]
    assert of_a_build[0] not in hashed


def test_a_copied_output_is_hashed_once_until_it_changes(
    tmp_path: Path, hashed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_files, "_TICK_NS", 0)
    out = tmp_path / "out"
    shutil.copytree(seeds()[0], out, copy_function=shutil.copyfile)
    os.utime(out / "manifest.json", ns=(0, 0))  # older than the data beside it
    (file,) = data_files.data_files(out)
    assert not data_files.changed([file])
    (digest,) = data_files.digests([file])
    assert hashed.count(file) == 1
    written = file.read_bytes()
    file.write_bytes(written.replace(b"a", b"b"))
    os.utime(file, ns=(1, 1))  # whatever the clock of the file system says
    assert data_files.changed([file]) == [file]
    assert data_files.digests([file]) != [digest]
    assert hashed.count(file) == 2


def test_another_version_of_pyoxigraph_has_a_store_of_its_own(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as former:
        former.setattr(ox, "__version__", "0.1.0")
        counted(data, folder=tmp_path / "s")
    said: list[str] = []
    assert counted(data, folder=tmp_path / "s", tell=said.append) == 10
    assert f"pyoxigraph 0.1.0 wrote it, this is {ox.__version__}" in said[0]
    assert counted(data, folder=tmp_path / "s", tell=said.append) == 10
    assert len(said) == 1


def test_another_ontology_has_a_store_of_its_own(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as former:
        for module in (store, store_contents):
            former.setattr(module, "ontology_files", list)
        counted(data, folder=tmp_path / "s")
    said: list[str] = []
    counted(data, folder=tmp_path / "s", tell=said.append)
    assert "the ontology is not the same" in said[0]


def test_a_query_that_is_none_builds_nothing(tmp_path: Path) -> None:
    result = run("query", "SELEC", "--data", seeds()[0], "--store", "s", cwd=tmp_path)
    assert result.returncode == 2
    assert not (tmp_path / "s").exists()


# -- What the data may be -------------------------------------------------------------------------


def test_numbered_and_compressed_parts_are_one_data_set(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    lines = triples(10).splitlines(keepends=True)
    (out / "questions-0001.nt").write_text("".join(lines[:4]), encoding="utf-8")
    (out / "questions-0002.nt.gz").write_bytes(gzip.compress("".join(lines[4:]).encode()))
    (out / "dataset.ttl").write_text("<urn:x:a> <urn:x:b> <urn:x:c> .", encoding="utf-8")
    files = data_files.data_files(out)
    assert [file.name for file in files] == ["questions-0001.nt", "questions-0002.nt.gz"]
    assert counted(*files, folder=tmp_path / "s") == 10
    assert len(query.loaded(files)) == len(query.loaded([])) + 10


def in_parts(out: Path, *names: str) -> Path:
    """An output folder whose manifest states these files of one triple each."""
    shutil.copytree(seeds()[0], out)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    for form in ("nt", "ttl", "jsonld"):
        (out / f"questions.{form}").unlink()
        del manifest["files"][f"questions.{form}"]
    for name in names:
        (out / name).write_text(f"<urn:x:{name}> <urn:x:p> <urn:x:o> .\n", encoding="utf-8")
        size = (out / name).stat().st_size
        manifest["files"][name] = {"bytes": size, "sha256": sha256(out / name), "triples": 1}
    (out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return out


def test_a_part_that_is_missing_is_said_unless_another_format_is_whole(tmp_path: Path) -> None:
    out = in_parts(tmp_path / "out", "questions-0001.nt", "questions-0002.nt", "questions.ttl")
    (out / "questions-0002.nt").unlink()
    assert data_files.data_files(out) == [out / "questions.ttl"]
    (out / "questions.ttl").unlink()
    with pytest.raises(UnreadableInputError, match=r"questions-0002\.nt is missing"):
        data_files.data_files(out)


def test_a_part_of_a_former_build_is_left_aside(tmp_path: Path) -> None:
    out = in_parts(tmp_path / "out", "questions-0001.nt", "questions-0002.nt")
    (out / "questions-0003.nt").write_text(triples(1), encoding="utf-8")
    assert [file.name for file in data_files.data_files(out)] == [
        "questions-0001.nt",
        "questions-0002.nt",
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.nt.gz", b"no gzip"), ("b.nt.gz", gzip.compress(b"x" * 99, mtime=0)[:-9]), ("c.nt", b"<a")],
)
@pytest.mark.parametrize("options", [(), ("--store", "s")], ids=["memory", "disk"])
def test_a_file_that_cannot_be_read_is_said_in_one_line(
    name: str, content: bytes, options: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    result = run("query", COUNT, "--data", name, *options, cwd=tmp_path)
    assert result.returncode == 3
    assert name in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.glob("s/.unfinished"))


# -- Whole or not at all --------------------------------------------------------------------------


@pytest.fixture
def much(tmp_path: Path) -> Path:
    """Data that takes a while."""
    path = tmp_path / "much.nt"
    path.write_text(triples(200_000), encoding="utf-8")
    return path


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while not path.exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.005)


def test_a_build_that_is_killed_leaves_the_former_store(
    data: Path, much: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "s"
    counted(data, folder=folder)
    former = generation(folder)
    with begin(much, folder) as process:
        wait_for(folder / ".unfinished" / "oxigraph", process)
        process.kill()
    assert (folder / ".unfinished").exists()
    said: list[str] = []
    assert counted(data, folder=folder, tell=said.append) == 10
    assert (said, generation(folder)) == ([], former)  # and what was left is gone


def test_a_first_build_that_is_killed_leaves_no_store(much: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    with begin(much, folder) as process:
        wait_for(folder / ".unfinished" / "oxigraph", process)
        process.kill()
    assert counted(much, folder=folder) == 200_000
    assert generation(folder).name != ".unfinished"


def test_a_build_that_is_interrupted_takes_its_traces_along(much: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    with begin(much, folder) as process:
        wait_for(folder / ".unfinished" / "oxigraph", process)
        said = interrupted(process)
    assert process.returncode == 130
    assert said.splitlines()[-1] == "Interrupted."
    assert {path.name for path in folder.iterdir()} == {"store.json", ".lock"}


def test_a_disk_that_is_full_is_said_in_one_line(much: Path, tmp_path: Path) -> None:
    limited = f"ulimit -f 1000; '{PROGRAM}' query '{COUNT}' --data '{much}' --store s"
    result = subprocess.run(
        ["bash", "-c", limited], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert result.returncode == 4
    _, said = result.stderr.splitlines()
    assert re.fullmatch(".*: cannot write the store s: IO error: .*; --store names .*", said)
    assert not (tmp_path / "s" / ".unfinished").exists()


def test_data_that_changes_while_it_is_read_gives_no_store(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(path: Path) -> Iterator[ox.Quad]:
        if path == data:
            data.write_text(triples(12), encoding="utf-8")
        return data_files.quads(path)

    monkeypatch.setattr(store, "quads", changing)
    with pytest.raises(UnreadableInputError, match="changed while it was read"):
        counted(data, folder=tmp_path / "s")
    assert not any(path.is_dir() for path in (tmp_path / "s").iterdir())


# -- What is not ours, or cannot be used ----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", "mine"),
        ("manifest.json", "{}"),
        ("store.json", "{}"),
        ("store.json", '{"store_of": "apples"}'),
        ("store.json", ""),
    ],
)
def test_a_folder_that_holds_something_else_is_refused_and_left_alone(
    name: str, content: str, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / name).write_text(content, encoding="utf-8")
    result = ask(data, "s", tmp_path)
    assert result.returncode == 2
    assert result.stderr == (
        "questions-rdf: s is not empty and is no store of questions-rdf; "
        "name another folder with --store\n"
    )
    assert [path.name for path in (tmp_path / "s").iterdir()] == [name]


def test_what_people_put_beside_a_store_stays(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    counted(data, folder=folder)
    (folder / "notes").mkdir()
    (folder / "notes" / "contents.json").write_text("mine", encoding="utf-8")
    data.write_text(triples(3), encoding="utf-8")
    assert counted(data, folder=folder) == 3
    assert (folder / "notes" / "contents.json").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["", "data.nt", "data.nt/s"])
def test_a_file_or_the_folder_of_the_data_is_no_store(
    name: str, data: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError):
        counted(data, folder=tmp_path / name)
    assert data.read_text(encoding="utf-8") == triples(10)


def test_an_empty_folder_is_taken(data: Path, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    assert counted(data, folder=tmp_path / "s") == 10


def test_a_place_that_cannot_be_written_is_said(data: Path, tmp_path: Path) -> None:
    result = ask(data, "/proc/nope/s", tmp_path)
    assert result.returncode == 4
    assert "cannot write the store" in result.stderr
    assert "--store names another folder" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_store_that_may_only_be_read_can_be_asked(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    counted(data, folder=folder)
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(0o555)
    os.utime(data)
    assert counted(data, folder=folder) == 10
    data.write_text(triples(4), encoding="utf-8")
    assert ask(data, folder, tmp_path).returncode == 4
    for path in everything:
        path.chmod(0o755)


@pytest.mark.parametrize("damaged", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_damaged_store_says_what_to_do(damaged: str, tmp_path: Path) -> None:
    ask(seeds()[0], "s", tmp_path)
    for path in generation(tmp_path / "s").glob(f"oxigraph/{damaged}"):
        content = path.read_bytes()
        path.write_bytes(bytes(byte ^ 0x55 for byte in content))
    result = ask(seeds()[0], "s", tmp_path)
    assert result.returncode == 3
    (line,) = result.stderr.splitlines()
    assert "the store s is damaged; delete it, and a query makes another" in line
    shutil.rmtree(tmp_path / "s")
    assert ask(seeds()[0], "s", tmp_path).returncode == 0


# -- Several at once ------------------------------------------------------------------------------


def test_two_queries_may_ask_one_store(data: Path, tmp_path: Path) -> None:
    counted(data, folder=tmp_path / "s")
    with store.opened(tmp_path / "s", [data]) as first:
        with store.opened(tmp_path / "s", [data]) as second:
            assert len(first) == len(second) > 10
        assert ask(data, "s", tmp_path).stdout.split() == ["n", "10"]


def test_two_runs_that_have_to_build_do_it_once(much: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    with begin(much, folder) as first:
        wait_for(folder / ".unfinished", first)
        with begin(much, folder) as second:
            answers = [process.communicate(timeout=120) for process in (first, second)]
    assert [out.split() for out, _ in answers] == [["n", "200000"]] * 2
    assert answers[0][1].startswith("Building")
    assert answers[1][1] == f"Waiting for another run that builds {folder}.\n"
    assert generation(folder)


def test_a_store_that_is_read_outlives_the_change_of_the_data(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    with store.opened(folder, [data]) as former:
        was = generation(folder)
        data.write_text(triples(5), encoding="utf-8")
        assert ask(data, folder, tmp_path).stdout.split() == ["n", "5"]
        rows = former.query(COUNT)
        assert isinstance(rows, ox.QuerySolutions)
        assert [row["n"].value for row in rows] == ["10"]
        assert was.exists()
    assert counted(data, folder=folder) == 5
    assert generation(folder) != was  # the former is gone now


def test_runs_with_different_data_do_not_disturb_each_other(tmp_path: Path) -> None:
    sizes = (20_000, 30_000, 40_000)
    for size in sizes:
        (tmp_path / f"{size}.nt").write_text(triples(size), encoding="utf-8")
    running = [begin(tmp_path / f"{size}.nt", tmp_path / "s") for size in sizes for _ in range(2)]
    answers = [process.communicate(timeout=120)[0].split() for process in running]
    assert answers == [["n", str(size)] for size in sizes for _ in range(2)]


# -- What is seen ---------------------------------------------------------------------------------


def test_the_option_is_completed(tmp_path: Path) -> None:
    words = {"COMP_WORDS": "questions-rdf query --st", "COMP_CWORD": "2"}
    completed = run(cwd=tmp_path, _QUESTIONS_RDF_COMPLETE="bash_complete", **words)
    assert completed.stdout == "plain,--store\n"
    words = {"COMP_WORDS": "questions-rdf query --store s", "COMP_CWORD": "3"}
    completed = run(cwd=tmp_path, _QUESTIONS_RDF_COMPLETE="bash_complete", **words)
    assert completed.stdout.startswith("dir,")


def test_only_a_terminal_shows_how_far_it_is(much: Path, tmp_path: Path) -> None:
    seen = on_a_terminal("query", COUNT, "--data", much, "--store", tmp_path / "s", cwd=tmp_path)
    assert "100\u202f000 triples" in seen
    again = on_a_terminal("query", COUNT, "--data", much, "--store", tmp_path / "s", cwd=tmp_path)
    assert "triples" not in again
