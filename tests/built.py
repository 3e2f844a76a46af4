"""Builds that several tests look at, made once a run."""

import atexit
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from questions_rdf.build import Options, build
from questions_rdf.manifest import Manifest

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"
BASE = "https://w3id.org/questions-parlementaires/"
QP = f"{BASE}def#"
FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.STREAMING_JSON_LD,
}
PROGRAM = Path(sys.executable).with_name("questions-rdf")


@cache
def scratch() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="questions-rdf-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def seeds() -> tuple[Path, Manifest]:
    """The output folder of the seeds and its manifest."""
    out = scratch() / "seeds"
    return out, build([str(SEEDS)], Options(out=out))


@cache
def corpus_of_queries() -> tuple[Path, ...]:
    """The twelve questions that the example queries are asked of, and facts about several."""
    folder = ROOT / "tests/queries/corpus"
    out = scratch() / "corpus-of-queries"
    options = Options(
        out=out,
        formats=("nt",),
        as_of=date(2026, 11, 17),
        reference=(str(folder / "reference.json"),),
        check=False,
    )
    build([str(folder / "questions.jsonl")], options)
    return out / "questions.nt", folder / "rapprochements.ttl"


def triples(path: Path) -> set[str]:
    """The triples of a file, as N-Triples lines."""
    return {str(quad) for quad in ox.parse(path=path, format=FORMATS[path.suffix[1:]])}


def run(
    *arguments: str | Path, cwd: Path, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The program as a user calls it, in a process of its own."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def interrupted(process: subprocess.Popen[str]) -> str:
    """What a process says when it is interrupted; Python loses an interrupt now and then."""
    for _ in range(5):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=8)[1]
    raise AssertionError("it goes on")


def on_a_terminal(*arguments: str | Path, cwd: Path, columns: int = 100) -> str:
    """What a person sees: standard output and error on a terminal of that width."""
    controller, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": str(columns)}
    with subprocess.Popen(
        [PROGRAM, *arguments], cwd=cwd, stdout=terminal, stderr=terminal, env=environment
    ) as process:
        os.close(terminal)
        pieces = []
        try:
            while piece := os.read(controller, 65536):
                pieces.append(piece)
        except OSError:  # the other end is closed
            pass
        process.wait(timeout=60)
    os.close(controller)
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", b"".join(pieces).decode())
