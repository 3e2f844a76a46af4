"""The verb ``load``: what it prints, its exit codes, and where it takes credentials from."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner

from built import PROGRAM, on_a_terminal, run, seeds
from fake_store import FakeStore, reset, serving, status
from questions_rdf.cli.load import command
from questions_rdf.errors import UsageError
from questions_rdf.load import stores
from questions_rdf.load.address import Address
from questions_rdf.load.credentials import Credentials
from questions_rdf.load.receipts import default_folder

SECRET = "Zk7vRw0pQ"  # noqa: S105  (of nobody)


@pytest.fixture
def store() -> Iterator[FakeStore]:
    with serving() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(seeds()[0], tmp_path / "out")
    return tmp_path


def load(
    store: FakeStore, folder: Path, *arguments: str | Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    given = {"XDG_STATE_HOME": str(folder / "state"), "no_proxy": "127.0.0.1", "HOME": str(folder)}
    return run("load", *arguments, "--to", store.url, cwd=folder, **given, **environment)


def test_what_was_done_is_said_and_printed_as_json(store: FakeStore, folder: Path) -> None:
    result = load(store, folder)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == (
        f"the default graph of {store.url}/store: 395 triples, as the manifest says.\n"
    )
    result = load(store, folder, "out/questions.ttl", "--quiet", "--json", "--graph", "urn:g")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {
        "store": "oxigraph",
        "url": f"{store.url}/store",
        "graph": "urn:g",
        "replaced": False,
        "sent_chunks": 1,
        "sent_triples": 395,
        "resumed_at": 0,
        "expected": 395,
        "before": 0,
        "after": 395,
        "verified": True,
        "waiting_in": None,
    }
    assert not list(folder.glob("state/questions-rdf/load/*"))


def test_the_help_names_every_kind_of_store(folder: Path) -> None:
    said = " ".join(run("load", "--help", cwd=folder).stdout.split())
    *names, last = stores.profiles()
    assert f"{', '.join(names)} or {last}" in said


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    result = CliRunner().invoke(command, ["--to", "http://localhost:1"])
    assert "pip install 'questions-rdf[load]'" in str(result.exception)


def test_a_dry_run_sends_nothing(store: FakeStore, folder: Path) -> None:
    options = ("--dry-run", "--replace", "--chunk", "20k", "--graph", "urn:g")
    result = load(store, folder, *options)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "would send: 395 triples, 86870 bytes in 4 chunk(s), packed with gzip",
        "from: out/questions.nt",
        f"to: {store.url}/store (Oxigraph)",
        "into: <urn:g>, which is replaced at once",
    ]
    assert [one.method for one in store.asked] == ["HEAD"]
    assert json.loads(load(store, folder, *options, "--json").stdout)["chunks"] == 4


def test_exit_codes(store: FakeStore, folder: Path) -> None:
    store.swallowed = {(folder / "out/questions.nt").read_bytes().splitlines()[0]}
    differs = load(store, folder, "--replace")
    assert differs.returncode == 1
    assert "has 394 triples, the manifest says 395: the default graph is left as" in differs.stderr
    assert load(store, folder, "--graph", "x").returncode == 2
    assert load(store, folder, "--chunk", "0").returncode == 2
    assert load(store, folder, "--store-type", "oxygraph").returncode == 2
    assert load(store, folder, "nowhere").returncode == 3
    store.faults = [status(413)]
    assert load(store, folder).returncode == 4
    no_store = run("load", cwd=folder)
    assert no_store.returncode == 2
    assert "--to names the store" in no_store.stderr


def test_an_address_with_a_password_is_refused_and_not_repeated(folder: Path) -> None:
    result = run("load", "--to", f"http://me:{SECRET}@localhost:1/store", cwd=folder)
    assert result.returncode == 2
    assert "QUESTIONS_RDF_PASSWORD" in result.stderr
    assert SECRET not in result.stderr


def guarded(store: FakeStore) -> None:
    def door(handler: BaseHTTPRequestHandler) -> bool:
        if handler.headers.get("Authorization", "").startswith("Basic ") or handler.path == "/":
            return False
        status(401, WWW_Authenticate="Basic realm=x")(handler)
        return True

    store.door = door


def test_credentials_come_from_the_environment_or_from_netrc(
    store: FakeStore, folder: Path
) -> None:
    guarded(store)
    named = {"QUESTIONS_RDF_USER": "me", "QUESTIONS_RDF_PASSWORD": SECRET}
    assert load(store, folder, **named).returncode == 0
    entry = folder / "entry"
    entry.write_text(f"machine 127.0.0.1 login me password {SECRET}\n", encoding="utf-8")
    assert load(store, folder, NETRC=str(entry)).returncode == 0
    entry.chmod(0o600)
    entry.rename(folder / ".netrc")
    assert load(store, folder).returncode == 0
    (folder / ".netrc").unlink()
    missing = load(store, folder)
    assert missing.returncode == 4
    assert "set QUESTIONS_RDF_USER and QUESTIONS_RDF_PASSWORD (or an entry in ~/.netrc)" in (
        missing.stderr
    )


def test_half_of_a_name_and_a_broken_netrc_are_refused(tmp_path: Path) -> None:
    address = Address.of("http://h/")
    with pytest.raises(UsageError, match="set both QUESTIONS_RDF_USER and QUESTIONS_RDF_PASSWORD"):
        Credentials.found(address, {"QUESTIONS_RDF_USER": "me"})
    with pytest.raises(UsageError, match="QUESTIONS_RDF_TOKEN holds signs that no token has"):
        Credentials.found(address, {"QUESTIONS_RDF_TOKEN": "a\nb"})
    broken = tmp_path / "netrc"
    broken.write_text(f"machine h passwort {SECRET}", encoding="utf-8")
    with pytest.raises(UsageError, match="is no netrc file that can be read") as error:
        Credentials.found(address, {"NETRC": str(broken)})
    assert SECRET not in str(error.value)
    assert not Credentials.found(address, {"NETRC": str(tmp_path / "none")})


def test_http_to_another_machine_is_pointed_out(folder: Path) -> None:
    result = run(
        *("load", "--to", "http://no-such-host.invalid:1/store"),
        cwd=folder,
        QUESTIONS_RDF_TOKEN=SECRET,
    )
    assert result.returncode == 4
    first, second = result.stderr.splitlines()
    assert first.endswith("http, not https: what is sent can be read on the way.")
    assert "there is no server of that name" in second
    assert SECRET not in result.stderr


def test_an_interrupted_load_goes_on(store: FakeStore, folder: Path) -> None:
    def stopped(handler: BaseHTTPRequestHandler) -> None:
        process.send_signal(signal.SIGINT)
        reset(handler)

    store.faults = [None, None, stopped]
    state = {"XDG_STATE_HOME": str(folder / "state"), "no_proxy": "127.0.0.1"}
    command = [str(PROGRAM), "load", "--to", store.url, "--chunk", "20K"]
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **state}, stderr=subprocess.PIPE, text=True
    ) as process:
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "--resume goes on from there." in said
    store.asked.clear()
    result = load(store, folder, "--resume", "--chunk", "20K", "--json")
    assert json.loads(result.stdout)["sent_chunks"] == len(store.writes()) == 2
    assert len(store.lines()) == 395


def test_on_a_terminal_it_says_how_far_it_is(store: FakeStore, folder: Path) -> None:
    said = on_a_terminal("load", "--to", store.url, cwd=folder, columns=150)
    assert "Sending…" in said
    assert "395 triples, as the manifest says." in said


def test_a_store_that_replaces_in_steps_is_told_of(store: FakeStore, folder: Path) -> None:
    options = ("--store-type", "qlever", "--replace", "--dry-run")
    assert "which is replaced in steps" in load(store, folder, *options).stdout


def test_bulk_commands_are_of_one_store_and_of_files_that_are_there(folder: Path) -> None:
    result = run("load", "--bulk", cwd=folder)
    assert (result.returncode, "--bulk needs --store-type" in result.stderr) == (2, True)
    result = run("load", "--bulk", "--store-type", "fuseki", cwd=folder)
    assert f"tdb2.tdbloader --loader=parallel --loc STORE {folder}/out/questions.nt" in (
        result.stdout
    )
    with (folder / "out/questions.nt").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert run("load", "--bulk", "--store-type", "fuseki", cwd=folder).returncode == 3


def test_notes_are_kept_where_the_specification_wants_them() -> None:
    assert default_folder({"XDG_STATE_HOME": "/s"}) == Path("/s/questions-rdf/load")
    home = Path.home() / ".local/state/questions-rdf/load"
    assert default_folder({"XDG_STATE_HOME": "s"}) == default_folder({}) == home
