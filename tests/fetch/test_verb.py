"""The verb ``fetch``: what it prints, what it leaves, and that the next command works."""

import json
import os
import re
import resource
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from built import PROGRAM, ROOT, run, triples
from local_server import Site, archive, file, official, reply, serving, silent
from questions_rdf.reference.telechargements import REPOSITORY, telechargements

PATHS = {archive.adresse.removeprefix(REPOSITORY): archive for archive in telechargements()}


@pytest.fixture
def site() -> Iterator[Site]:
    """The Assembly's server: every archive of the catalogue, and nothing else."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        known = PATHS.get(handler.path.removeprefix("/"))
        if known is None:
            reply(404)(handler)
        elif known.legislature is None:
            file(archive("{}"))(handler)
        else:
            file(official())(handler)

    with serving() as found:
        found.answers = [answer]
        yield found


def fetch(site: Site, folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The verb, with a cache below ``folder`` and the local server in place of the Assembly's."""
    return run("fetch", *arguments, cwd=folder, **environment(site, folder))


def environment(site: Site, folder: Path) -> dict[str, str]:
    return {
        "QUESTIONS_RDF_BASE_URL": site.url,
        "XDG_CACHE_HOME": str(folder / "cache"),
        "no_proxy": "127.0.0.1",
    }


def test_the_last_line_is_the_command_that_builds_what_was_fetched(
    site: Site, tmp_path: Path
) -> None:
    result = fetch(site, tmp_path, "17", "--types", "QG")
    archive = tmp_path / "cache/questions-rdf/17/Questions_gouvernement.json.zip"
    assert result.returncode == 0, result.stderr
    assert archive.read_bytes() == official()
    (line,) = result.stdout.splitlines()
    assert line.endswith(f" build {archive} --out out-17")
    assert shlex.split(line)[0].endswith("questions-rdf")
    assert result.stderr.startswith(f"{archive}: downloaded, ")
    assert result.stderr.endswith(" bytes, dated 2026-11-21\n")
    built = subprocess.run(line, shell=True, cwd=tmp_path, check=False)  # noqa: S602
    assert built.returncode == 0
    assert (tmp_path / "out-17/questions.ttl").exists()


def test_every_legislature_and_kind_can_be_had(site: Site, tmp_path: Path) -> None:
    published = ("--no-md5", "--json", "--reference")
    result = fetch(site, tmp_path, "14", "15", "16", "17", *published)
    assert result.returncode == 0, result.stderr
    files = json.loads(result.stdout)
    assert len(files) == len(telechargements()) == 13
    assert len({file["path"] for file in files}) == 13
    assert [asked.path.removeprefix("/") for asked in site.asked] == list(PATHS)
    for found in files:
        assert found.keys() == {"path", "url", "status", "size", "sha256", "dated"}
        assert found["status"] == "downloaded"
        assert Path(found["path"]).stat().st_size == found["size"]


def test_the_reference_data_is_an_option_of_the_build(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "a b"
    result = fetch(site, tmp_path, "17", "--types", "qosd", "--reference", "--cache", folder)
    assert result.returncode == 0, result.stderr
    words = shlex.split(result.stdout)
    assert words[1:] == [
        "build",
        f"{folder}/17/Questions_orales_sans_debat.json.zip",
        "--reference",
        f"{folder}/amo/AMO30_tous_acteurs_tous_mandats_tous_organes_historique.json.zip",
        "--out",
        "out-17",
    ]


def test_a_second_time_nothing_is_downloaded_and_offline_nobody_is_asked(
    site: Site, tmp_path: Path
) -> None:
    first = fetch(site, tmp_path, "17")
    again = fetch(site, tmp_path, "17")
    assert first.stdout == again.stdout
    assert again.stderr.count(": unchanged, ") == 3
    site.asked.clear()
    offline = fetch(site, tmp_path, "17", "--offline")
    assert offline.stdout == first.stdout
    assert offline.stderr.count(": cached, ") == 3
    assert site.asked == []


def test_a_copy_without_a_note_serves_offline_and_a_damaged_one_does_not(
    site: Site, tmp_path: Path
) -> None:
    folder = tmp_path / "cache/questions-rdf/17"
    folder.mkdir(parents=True)
    archive = folder / "Questions_gouvernement.json.zip"
    archive.write_bytes(official())
    offline = ("17", "--types", "QG", "--offline", "--json")
    (found,) = json.loads(fetch(site, tmp_path, *offline).stdout)
    assert (found["status"], found["dated"]) == ("cached", None)
    archive.write_bytes(official()[:-30])
    result = fetch(site, tmp_path, *offline)
    assert result.returncode == 3
    assert "a damaged zip archive" in result.stderr


def test_without_a_network_the_copies_are_pointed_out(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path, "17", "--types", "QG")
    site.url = "http://127.0.0.1:1/"
    result = fetch(site, tmp_path, "17", "--types", "QG")
    assert result.returncode == 3
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.endswith("Connection refused; --offline takes the copies in the cache")
    other = fetch(site, tmp_path, "16", "--types", "QG")
    assert "either: 16/Questions_gouvernement.json.zip" in other.stderr


def test_one_archive_that_cannot_be_had_does_not_cost_the_others(
    site: Site, tmp_path: Path
) -> None:
    for options in ((), ("--json",)):
        result = fetch(site, tmp_path, "16", *options)
        assert result.returncode == 3
        assert "published is 0cbeecec01c74f9318385c809a4d1573" in result.stderr
        assert "2 of 3 archives are in the cache, not the others" in result.stderr
        assert (len(json.loads(result.stdout)) == 2) if options else (result.stdout == "")


def test_a_full_disk_is_said_in_one_line(site: Site, tmp_path: Path) -> None:
    result = subprocess.run(
        [PROGRAM, "fetch", "17", "--types", "QG", "--base-url", site.url, "--cache", "c"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400)),
        timeout=60,
    )
    assert result.returncode == 4
    (line,) = result.stderr.splitlines()
    assert "File too large; --cache names another folder" in line


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_download_goes_on_in_the_next_run(
    blow: signal.Signals, site: Site, tmp_path: Path
) -> None:
    body = official()
    site.answers[:] = [silent(site, body[:600], missing=len(body) - 600), file(body)]
    call = [str(PROGRAM), "fetch", "17", "--types", "QG"]
    variables = {**os.environ, **environment(site, tmp_path)}
    folder = tmp_path / "cache/questions-rdf/17"
    part = folder / ".Questions_gouvernement.json.zip.part"
    with subprocess.Popen(call, env=variables, stderr=subprocess.PIPE, text=True) as process:
        for _ in range(500):
            if part.exists() and part.stat().st_size == 600:
                break
            time.sleep(0.02)
        process.send_signal(blow)
        _, said = process.communicate(timeout=20)
    if blow is signal.SIGKILL:
        assert process.returncode == -blow
    else:
        assert (process.returncode, said.strip()) == (130, "Interrupted.")
    result = fetch(site, tmp_path, "17", "--types", "QG")
    assert result.returncode == 0
    assert site.ranges() == [None, "bytes=600-"]
    assert (folder / "Questions_gouvernement.json.zip").read_bytes() == body


def test_the_shell_completes_the_legislatures(tmp_path: Path) -> None:
    words = {"COMP_WORDS": "questions-rdf fetch 1", "COMP_CWORD": "2"}
    given = {"_QUESTIONS_RDF_COMPLETE": "bash_complete", **words}
    assert run(cwd=tmp_path, **given).stdout.split() == [f"plain,{n}" for n in range(14, 18)]


def test_what_was_fetched_is_known_to_the_build(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path, "17", "--types", "QG")
    folder = tmp_path / "cache/questions-rdf"
    outputs = []
    for name, source in (("a", folder), ("b", folder / "17/Questions_gouvernement.json.zip")):
        assert run("build", source, "--out", name, "-q", cwd=tmp_path).returncode == 0
        outputs.append(tmp_path / name)
    (given,) = json.loads((outputs[0] / "manifest.json").read_bytes())["inputs"]
    address = telechargements()[-3].adresse.replace(REPOSITORY, site.url)
    assert address.endswith("/17/questions/questions_gouvernement/Questions_gouvernement.json.zip")
    assert (given["fetched_from"], given["dated"]) == (address, "2026-11-21")
    stated = f"<http://purl.org/dc/terms/source> <{address}>"
    assert any(stated in triple for triple in triples(outputs[0] / "dataset.ttl"))
    for name in ("dataset.ttl", "questions.ttl"):
        assert (outputs[0] / name).read_bytes() == (outputs[1] / name).read_bytes()


def test_a_file_without_a_note_has_no_address_in_the_manifest(tmp_path: Path) -> None:
    assert run("build", ROOT / "seeds", "-q", cwd=tmp_path).returncode == 0
    for given in json.loads((tmp_path / "out/manifest.json").read_bytes())["inputs"]:
        assert given.keys() == {"file", "bytes", "sha256"}


def test_the_bar_is_for_terminals_and_leaves_no_trace(site: Site, tmp_path: Path) -> None:
    call = shlex.join([str(PROGRAM), "fetch", "17", "--types", "QG", "--base-url", site.url])
    command = ["script", "-qec", f"stty cols 100; {call} --cache c", "/dev/null"]
    seen = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "17-QG" in seen
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen).split("\n")
    assert plain[-2].rstrip().endswith(" build c/17/Questions_gouvernement.json.zip --out out-17")
    assert "17-QG" not in fetch(site, tmp_path, "17", "--types", "QG").stderr
