"""Into real stores and back: the same triples, the same answers, a replacement that is whole."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.error import HTTPError

import pyoxigraph as ox
import pytest

from built import ROOT, corpus_of_queries, run, seeds
from questions_rdf import query as engine
from questions_rdf.load import stores
from questions_rdf.query_files import library
from real_stores import KINDS, RealStore, running

ROWS = Counter[tuple[str, ...]]
NO_DATES = "there is no difference of two dates: SPARQL defines none, and others give a duration"
UNBOUND = "a comparison with an unbound variable is true"
DIVISION = "integers are divided without a remainder"
LONG_KEY = "texts of more than 1,900 bytes cannot be sorted"
DIFFERENCES = {
    "attente-par-age": NO_DATES,
    "dans-les-delais": NO_DATES,
    "rappel": NO_DATES,
}
WRONG: dict[str, dict[str, str]] = {
    "rdf4j": {
        **DIFFERENCES,
        "rappels-de-questions": NO_DATES,
        "signalees-sans-reponse": NO_DATES,
    },
    "virtuoso": {
        **DIFFERENCES,
        "groupes-reponses": UNBOUND,
        "question-complete": LONG_KEY,
        "rappels-de-questions": NO_DATES,
        "retards-par-gouvernement": DIVISION,
        "retards-par-ministere": DIVISION,
        "signalees-sans-reponse": NO_DATES,
    },
}
"""Queries that a store answers otherwise than Oxigraph, and why; all others are answered alike."""
NUMERIC = re.compile(r"http://www\.w3\.org/2001/XMLSchema#(integer|decimal|double|int)")

_groups = [pytest.param(kind, marks=pytest.mark.xdist_group(f"store-{kind}")) for kind in KINDS]


@pytest.fixture(scope="module", params=_groups)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RealStore]:
    with running(request.param, tmp_path_factory.mktemp(request.param)) as found:
        yield found


def load(
    store: RealStore, folder: Path, *arguments: str | Path
) -> subprocess.CompletedProcess[str]:
    """The verb, with credentials in the environment and notes in ``folder``."""
    graph = ("--graph", store.graph) if store.graph and "--graph" not in arguments else ()
    options = ("--to", store.url, *graph, *arguments)
    environment = {"XDG_STATE_HOME": str(folder / "state"), "no_proxy": "127.0.0.1"}
    return run("load", *options, cwd=folder, **environment, **store.environment)


def rows(answer: bytes) -> ROWS:
    """The rows of an answer, however they are ordered and numbers are spelled."""
    results = ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
    assert isinstance(results, ox.QuerySolutions)
    names = sorted(variable.value for variable in results.variables)
    return Counter(tuple(_cell(row[name]) for name in names) for row in results)


def _cell(term: object) -> str:
    if isinstance(term, ox.Literal) and NUMERIC.fullmatch(term.datatype.value):
        return f"{Decimal(term.value).normalize():f}"
    return str(term)


@cache
def embedded(*files: Path) -> ox.Store:
    return engine.loaded(list(files))


def expected(file: library.QueryFile, files: tuple[Path, ...]) -> ROWS:
    return rows(engine.serialised(engine.run(embedded(*files), file.text), "json"))


def test_the_seeds_are_loaded_and_counted(store: RealStore, tmp_path: Path) -> None:
    out, manifest = seeds()
    graph = ("--graph", "urn:example:first")
    result = load(store, tmp_path, out, "--json", "--chunk", "30K", *graph)
    assert result.returncode == 0, result.stderr
    said = json.loads(result.stdout)
    assert said["store"] == store.kind
    assert said["after"] == said["expected"] == said["sent_triples"] == manifest.triples
    assert (said["verified"], said["before"], said["sent_chunks"]) == (True, 0, 3)
    again = load(store, tmp_path, out, *graph)
    assert again.returncode == 0, again.stderr
    assert again.stderr.endswith("395 triples, as the manifest says.\n")


def test_the_example_queries_are_answered_alike(store: RealStore, tmp_path: Path) -> None:
    load(store, tmp_path, seeds()[0], "--replace")
    about_seeds = answered_otherwise(store, (seeds()[0] / "questions.nt",))
    data, more = corpus_of_queries()
    replaced = load(store, tmp_path, data, "--replace", "--json", "--chunk", "50K")
    assert replaced.returncode == 0, replaced.stderr
    said = json.loads(replaced.stdout)
    assert (said["replaced"], said["verified"]) == (True, True)
    assert said["before"] == seeds()[1].triples
    assert said["after"] == said["expected"] == count_of(store, "{ ?s ?p ?o }") > 900
    added = load(store, tmp_path, more, "--json")
    assert added.returncode == 0, added.stderr
    assert json.loads(added.stdout)["verified"] is None
    about_twelve = answered_otherwise(store, corpus_of_queries())
    assert about_seeds | about_twelve == WRONG.get(store.kind, {}).keys()


def answered_otherwise(store: RealStore, files: tuple[Path, ...]) -> set[str]:
    """The queries whose answer is not that of the embedded store."""
    return {
        file.name for file in library.library() if answer_of(store, file) != expected(file, files)
    }


def answer_of(store: RealStore, file: library.QueryFile) -> ROWS | None:
    try:
        return rows(store.ask(file.text))
    except HTTPError:
        return None


def test_the_documented_commands_work(store: RealStore, tmp_path: Path) -> None:
    profile = stores.named(store.kind)
    page = (ROOT / "docs/loading.md").read_text(encoding="utf-8")
    _, _, section = page.partition(f"\n## {profile.title}\n")
    lines = section.partition("\n## ")[0].splitlines()
    (command,) = (line for line in lines if line.startswith("questions-rdf load"))
    assert profile.example in command
    shutil.copytree(seeds()[0], tmp_path / "out")
    words = shlex.split(command.replace(profile.example, store.url))[1:]
    result = run(*words, "--quiet", cwd=tmp_path, no_proxy="127.0.0.1", **store.environment)
    assert (result.returncode, result.stderr) == (0, "")


def test_the_page_names_the_queries_that_are_answered_otherwise() -> None:
    page = (ROOT / "docs/loading.md").read_text(encoding="utf-8")
    for kind, queries in WRONG.items():
        _, _, section = page.partition(f"\n## {stores.named(kind).title}\n")
        named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+|rappel)`", section.partition("\n## ")[0]))
        assert named - {"virtuoso-t"} == queries.keys()


def test_what_waits_to_replace_a_graph_is_gone_afterwards(store: RealStore, tmp_path: Path) -> None:
    graph = "urn:example:another"
    for _ in range(2):
        result = load(store, tmp_path, seeds()[0], "--graph", graph, "--replace", "--quiet")
        assert (result.returncode, result.stderr) == (0, "")
    left = store.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", everywhere=True)
    graphs = {cell for row in rows(left) for cell in row}
    assert f"<{graph}>" in graphs
    assert not [name for name in graphs if "loading" in name]


def test_a_graph_may_be_replaced_by_much_of_itself(store: RealStore, tmp_path: Path) -> None:
    for start, stop in ((0, 2000), (1000, 5000)):  # a store is known to lose 79 of these by MOVE
        lines = (f'<urn:s{i}> <urn:p> "v{i}" .\n' for i in range(start, stop))
        (tmp_path / "some.nt").write_text("".join(lines), encoding="utf-8")
        options = ("--graph", "urn:example:much", "--replace", "--json")
        result = load(store, tmp_path, "some.nt", *options)
        assert result.returncode == 0, result.stderr
        assert json.loads(result.stdout)["after"] == stop - start


def test_a_default_graph_is_counted_by_itself(store: RealStore, tmp_path: Path) -> None:
    if store.graph:
        result = load(store, tmp_path, seeds()[0], "--graph", "")
        assert result.returncode == 2
        return
    result = load(store, tmp_path, seeds()[0], "--replace", "--json")
    assert json.loads(result.stdout)["after"] == seeds()[1].triples


def count_of(store: RealStore, pattern: str, *, everywhere: bool = False) -> int:
    answer = store.ask(f"SELECT (COUNT(*) AS ?n) {pattern}", everywhere=everywhere)
    ((count,),) = rows(answer)
    return int(count)


def test_the_bulk_loader_of_oxigraph_takes_the_commands(tmp_path: Path) -> None:
    out, manifest = seeds()
    said = run("load", out, "--store-type", "oxigraph", "--bulk", cwd=tmp_path)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["bash", "-euc", said.stdout], cwd=tmp_path, env={"PATH": path}, check=True, timeout=60
    )
    assert len(ox.Store.read_only(str(tmp_path / "STORE"))) == manifest.triples


@pytest.mark.xdist_group("store-virtuoso")
def test_the_bulk_loader_of_virtuoso_takes_the_commands(tmp_path: Path) -> None:
    isql = shutil.which("isql-vt")
    if isql is None:
        pytest.skip("no isql-vt (Debian: apt-get install virtuoso-opensource-7-bin)")
    (tmp_path / "database").mkdir()
    shutil.copytree(seeds()[0], tmp_path / "out")
    options = ("--store-type", "virtuoso", "--graph", "urn:example:bulk", "--bulk")
    said = run("load", tmp_path / "out", *options, cwd=tmp_path).stdout
    with running("virtuoso", tmp_path / "database") as store:
        # In the place of a person who types the password.
        script = said.replace("isql-vt localhost:1111 dba", f"{isql} 127.0.0.1:{store.sql} dba dba")
        assert script != said
        subprocess.run(["bash", "-euc", script], check=True, capture_output=True, timeout=60)
        pattern = "{ GRAPH <urn:example:bulk> { ?s ?p ?o } }"
        assert count_of(store, pattern, everywhere=True) == seeds()[1].triples
