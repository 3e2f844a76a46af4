"""A real server of the endpoint, in processes of its own, and a client that shows what it got."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from built import ROOT

_UNGUARDED = """
from questions_rdf.cli import main
from questions_rdf.serve import complexity
complexity.objection = lambda _outline, _limits: None
main()
"""


_LIMITED = """
from functools import partial
from questions_rdf.cli import main
from questions_rdf.serve import limits
limits.Limits = partial(limits.Limits, **{limits})
main()
"""


class Got(NamedTuple):
    """An answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body, decoded."""
        return self.body.decode()


class Endpoint:
    """A server that runs."""

    def __init__(self, process: subprocess.Popen[str], port: int, log: Path) -> None:
        self.process, self.port, self.log = process, port, log
        self.talk = log.with_name("talk.txt")
        self.url = f"http://127.0.0.1:{port}/"

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 20,
    ) -> Got:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Got(answer.status, named, answer.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str = "application/sparql-results+json", **more: str) -> Got:
        """A query by GET; ``more`` are further parameters."""
        path = f"/sparql?{urlencode({'query': text, **more})}"
        return self.ask(path, headers={"Accept": accept})

    def connection(self) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def nursery(self) -> int:
        """The process that begins the others."""
        (pid,) = (pid for pid, parent in _parents().items() if parent == self.process.pid)
        return pid

    def processes(self) -> list[int]:
        """The processes of the server: it, and all that began below it."""
        found, parents = [self.process.pid], _parents()
        for one in found:
            found += [pid for pid, parent in parents.items() if parent == one]
        return found

    def metric(self, name: str) -> float:
        """A value that the server counts."""
        text = self.ask("/metrics").text
        (value,) = re.findall(rf"(?m)^questions_rdf_{re.escape(name)} (\S+)$", text)
        return float(value)


def _parents() -> dict[int, int]:
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        found[int(path.parent.name)] = int(fields[1])
    return found


@contextmanager
def serving(
    data: Path, folder: Path, *options: str, guarded: bool = True, **limits: float
) -> Iterator[Endpoint]:
    """A server of ``data`` that is there while the block lasts; none of its processes stays.

    One that is not guarded runs every query, whatever it looks like; ``limits`` are those that no
    option sets.
    """
    program = ["-m", "questions_rdf"] if guarded else ["-c", _UNGUARDED]
    if limits:
        program = ["-c", _LIMITED.format(limits=limits)]
    log, talk = folder / "access.jsonl", folder / "talk.txt"
    folder.mkdir(parents=True, exist_ok=True)
    arguments = ["serve", str(data), "--port", "0", "--store", str(folder / "store")]
    with talk.open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen(
            [sys.executable, *program, *arguments, "--log", str(log), *options],
            stderr=stderr,
            stdout=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )
    everyone: list[int] = []
    try:
        one = Endpoint(process, _port(process, talk), log)
        yield one
        everyone = one.processes()
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        finally:
            process.kill()
            process.wait(5)
    left = [pid for pid in everyone if Path(f"/proc/{pid}").exists()]
    assert not _still_there(left), "processes of the server were left over"


def _still_there(pids: list[int]) -> bool:
    until = time.monotonic() + 15
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > until:
            return True
        time.sleep(0.02)
    return False


def _port(process: subprocess.Popen[str], talk: Path) -> int:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        if found := re.search(r"at http://\S+:(\d+)/sparql", talk.read_text(encoding="utf-8")):
            return int(found[1])
        time.sleep(0.02)
    raise AssertionError(f"no server: {talk.read_text(encoding='utf-8')}")
