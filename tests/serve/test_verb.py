"""The verb: what it says when it cannot go on, and what the documentation shows of it."""

import configparser
import json
import re
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from built import ROOT, run, seeds
from questions_rdf.cli.serve import command
from questions_rdf.errors import UsageError
from questions_rdf.serve import libraries, refusals
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.metrics import Metrics
from questions_rdf.serve.refusals import Refusal

PAGE = (ROOT / "docs" / "endpoint.md").read_text(encoding="utf-8")
FILES = ROOT / "docs" / "endpoint"
OPTIONS = {name for parameter in command.params for name in parameter.opts}


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        got = run("serve", seeds()[0], "--port", str(port), "--store", "store", cwd=tmp_path)
    assert got.returncode == 4
    assert (
        got.stderr == f"questions-rdf: cannot listen on 127.0.0.1:{port}: Address already in use\n"
    )


def test_data_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    got = run("serve", "nothing", "--port", "0", "--store", "store", cwd=tmp_path)
    assert (got.returncode, got.stderr.count("\n")) == (3, 1)
    assert "nothing" in got.stderr


def test_data_that_was_altered_is_not_published(tmp_path: Path) -> None:
    shutil.copytree(seeds()[0], tmp_path / "cut")
    data = tmp_path / "cut/questions.nt"
    data.write_bytes(b"".join(data.read_bytes().splitlines(keepends=True)[:100]))
    got = run("serve", "cut", "--port", "0", "--store", "store", cwd=tmp_path)
    assert got.returncode == 3
    assert "is not what the build wrote there" in got.stderr


def test_a_folder_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    got = run("serve", seeds()[0], "--port", "0", "--store", ".", cwd=tmp_path)
    assert got.returncode == 2
    assert "--store" in got.stderr


def test_without_its_libraries_the_verb_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "granian", None)
    with pytest.raises(UsageError, match=r"pip install 'questions-rdf\[serve\]'"):
        libraries.needed()


def test_help_does_not_need_them(tmp_path: Path) -> None:
    code = "import sys; sys.modules['granian'] = None; from questions_rdf.cli import main; main()"
    got = subprocess.run(
        [sys.executable, "-c", code, "serve", "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert got.returncode == 0, got.stderr
    assert "Examples:" in got.stdout


def test_the_limits_of_the_page_are_those_of_the_code() -> None:
    limits, mib = Limits(), 1024 * 1024
    shown = {
        "--timeout": f"{limits.timeout:g} s",
        "--queue": f"{limits.queue}",
        "--memory": f"{limits.memory // mib:,} MiB",
        "--max-result": f"{limits.max_result // mib} MiB",
        "brackets in brackets": f"{limits.depth}",
        "| operators,": f"{limits.operators:,}",
        "| `OPTIONAL`": f"{limits.optionals}",
        "an address": f"{limits.address // 1024} KiB",
        "head of a request": f"{limits.head_seconds:g} s",
        "body of a request": f"{limits.body_seconds:g} s",
        "takes nothing": f"{limits.stalled_seconds:g} s",
        "| connections | |": f"{limits.connections:,}",
    }
    for name, value in shown.items():
        (row,) = [line for line in PAGE.splitlines() if line.startswith("|") and name in line]
        assert f"| {value} |" in row, name
    assert f"{limits.quick * 1000:g} ms" in PAGE
    for default in (limits.max_query, limits.max_result, limits.timeout, limits.queue):
        assert f"[default: {default:g}]" in help_text() or f"[default: {default}]" in help_text()


def help_text() -> str:
    return " ".join(CliRunner().invoke(command, ["--help"]).output.split())


def test_the_metrics_of_the_page_are_those_of_the_server() -> None:
    gauges = dict.fromkeys(re.findall(r'"(\w+)": \("', application()), ("", 0.0))
    written = set(re.findall(r"# TYPE (\S+)", Metrics().written(gauges)))
    assert set(re.findall(r"^\| `(questions_rdf_\w+)`", PAGE, re.MULTILINE)) == written


def application() -> str:
    return (ROOT / "src/questions_rdf/serve/application.py").read_text(encoding="utf-8")


def test_every_refusal_is_bilingual_and_has_a_status_of_its_kind() -> None:
    found = [one for one in vars(refusals).values() if isinstance(one, Refusal)]
    assert len({one.code for one in found}) == len(found) > 15
    for one in found:
        assert one.sentence.fr != one.sentence.en
        assert re.findall(r"\{\w+\}", one.sentence.fr) == re.findall(r"\{\w+\}", one.sentence.en)
        assert (one.status == 503) == (one.retry_after is not None)


def calls() -> list[list[str]]:
    """The commands of the files that show how to run it."""
    unit = configparser.ConfigParser(interpolation=None, strict=False)
    unit.read(FILES / "questions-rdf.service")
    container = (FILES / "Containerfile").read_text(encoding="utf-8")
    entry = [json.loads(line) for line in re.findall(r"(?m)^(?:ENTRYPOINT|CMD) (.*)$", container)]
    return [shlex.split(unit["Service"]["ExecStart"]), entry[0] + entry[1]]


def test_the_unit_and_the_container_call_the_verb_as_it_is() -> None:
    for program, verb, *arguments in calls():
        assert program.endswith("questions-rdf")
        assert verb == "serve"
        assert {word for word in arguments if word.startswith("--")} <= OPTIONS
        with command.make_context("serve", arguments) as context:
            assert context.params["port"] == 8080


def test_the_container_file_has_known_instructions_only() -> None:
    text = (FILES / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    words = [line.split()[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert words[0] == "FROM"
    known = "FROM COPY RUN USER VOLUME EXPOSE STOPSIGNAL ENTRYPOINT CMD"
    assert set(words) == set(known.split())


def test_the_proxies_lead_to_the_port_and_wait_longer_than_we_do() -> None:
    for name in ("nginx.conf", "Caddyfile"):
        text = (FILES / name).read_text(encoding="utf-8")
        assert text.count("{") == text.count("}")
        assert "127.0.0.1:8080" in text
        assert "/metrics" in text
        (seconds,) = re.findall(r"timeout (\d+)s", text)
        assert int(seconds) > Limits().timeout
