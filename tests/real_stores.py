"""Real stores, started on free ports with databases of their own, for as long as a block lasts."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

import fetch_stores
from fetch_stores import FOLDER, FUSEKI, JETTY, RDF4J, Artifact

_STARTING = 60
_STOPPING = 20
_REPOSITORY = """
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
[] a rep:Repository ; rep:repositoryID "questions" ; rdfs:label "questions" ;
   rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
     sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ] ] .
"""
_NO_GRAPH = "http://www.openrdf.org/schema/sesame#nil"
_VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CaseMode = 2
DirsAllowed = {readable}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 10000
"""


class RealStore(NamedTuple):
    """A store that runs: where it is written and asked, and what the environment must say."""

    kind: str
    url: str
    query: str
    environment: Mapping[str, str]
    graph: str | None
    sql: int = 0
    asked: str | None = None
    """The graph that queries are about, where the default is all graphs together."""

    def ask(self, text: str, *, everywhere: bool = False) -> bytes:
        """The answer to a query, as SPARQL results in JSON; about its graph, or about all."""
        form = {"query": text}
        if self.asked and not everywhere:
            form["default-graph-uri"] = self.asked
        request = urllib.request.Request(  # noqa: S310  (on this machine)
            self.query,
            urlencode(form).encode(),
            {"Accept": "application/sparql-results+json"},
        )
        with _opened(request) as answer:
            return bytes(answer.read())


def _opened(request: urllib.request.Request) -> "urllib.request._UrlopenRet":
    """An answer, without any proxy: the store is on this machine."""
    return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60)


@contextmanager
def running(kind: str, folder: Path) -> Iterator[RealStore]:
    """A store of that kind, empty, with its database in ``folder``; skips where it is not there."""
    with _STARTERS[kind](folder) as store:
        yield store


@contextmanager
def _oxigraph(folder: Path) -> Iterator[RealStore]:
    port = _free_port()
    program = Path(sys.executable).with_name("oxigraph")
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    url = f"http://127.0.0.1:{port}"
    with _process(command, folder, url):
        yield RealStore("oxigraph", url, f"{url}/query", {}, None)


@contextmanager
def _fuseki(folder: Path) -> Iterator[RealStore]:
    jar, port = _jar(FUSEKI), _free_port()
    options = ["--localhost", f"--port={port}", "--update", f"--loc={_made(folder / 'db')}"]
    command = [*_java(), "-jar", jar, *options, "/questions"]
    url = f"http://127.0.0.1:{port}"
    with _process(command, folder, f"{url}/questions/query?query=ASK%7B%7D"):
        yield RealStore("fuseki", f"{url}/questions", f"{url}/questions/query", {}, None)


@contextmanager
def _rdf4j(folder: Path) -> Iterator[RealStore]:
    jetty, war, port = _jar(JETTY), _jar(RDF4J), _free_port()
    data = f"-Dorg.eclipse.rdf4j.appdata.basedir={folder}"
    options = ["--host", "127.0.0.1", "--port", str(port), "--path", "/rdf4j-server"]
    url = f"http://127.0.0.1:{port}/rdf4j-server"
    with _process([*_java(), data, "-jar", jetty, *options, war], folder, f"{url}/protocol"):
        repository = f"{url}/repositories/questions"
        _opened(
            urllib.request.Request(  # noqa: S310  (on this machine)
                repository, _REPOSITORY.encode(), {"Content-Type": "text/turtle"}, method="PUT"
            )
        ).close()
        yield RealStore("rdf4j", repository, repository, {}, None, asked=_NO_GRAPH)


@contextmanager
def _virtuoso(folder: Path) -> Iterator[RealStore]:
    program = os.environ.get("QUESTIONS_RDF_VIRTUOSO") or shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no virtuoso-t (Debian: apt-get install virtuoso-opensource-7-bin)")
    port, sql = _free_port(), _free_port()
    configuration = _VIRTUOSO.format(port=port, sql=sql, readable=folder.parent)
    (folder / "virtuoso.ini").write_text(configuration, encoding="utf-8")
    command = [program, "+foreground", "+configfile", "virtuoso.ini"]
    url = f"http://127.0.0.1:{port}"
    names = {"QUESTIONS_RDF_USER": "dba", "QUESTIONS_RDF_PASSWORD": "dba"}
    with _process(command, folder, f"{url}/sparql?query=ASK%7B%7D"):
        graph = "urn:example:questions"
        yield RealStore("virtuoso", url, f"{url}/sparql", names, graph, sql, asked=graph)


_STARTERS: Mapping[str, Callable[[Path], AbstractContextManager[RealStore]]] = {
    "fuseki": _fuseki,
    "oxigraph": _oxigraph,
    "rdf4j": _rdf4j,
    "virtuoso": _virtuoso,
}
KINDS = tuple(_STARTERS)


def _jar(artifact: Artifact) -> str:
    if not fetch_stores.is_there(artifact):
        pytest.skip(f"no {artifact.file} in .stores (make stores)")
    return str(FOLDER / artifact.file)


def _java() -> list[str]:
    program = shutil.which("java")
    if program is None:
        pytest.skip("no Java")
    return [program, "-Xmx512m", "-XX:+UseSerialGC"]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _process(command: Sequence[str], folder: Path, url: str) -> Iterator[None]:
    """The server, once it answers; it ends with the block."""
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
    try:
        _wait(process, url, folder / "said.txt")
        yield
    finally:
        process.terminate()
        try:
            process.wait(_STOPPING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", url: str, said: Path) -> None:
    until = time.monotonic() + _STARTING
    while time.monotonic() < until and process.poll() is None:
        try:
            _opened(urllib.request.Request(url)).close()  # noqa: S310  (on this machine)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"it does not answer: {said.read_text(encoding='utf-8')[-2000:]}")
