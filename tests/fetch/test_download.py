"""A download against a real server with every fault: resumed, repeated or refused, never half there.

One file, although long: every fault is met by the same few helpers.
"""

import hashlib
import json
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from local_server import (
    DATE,
    LAST_MODIFIED,
    Reply,
    Site,
    archive,
    chunked,
    file,
    reply,
    serving,
    silent,
)
from questions_rdf.errors import OutputError
from questions_rdf.fetch import web
from questions_rdf.fetch.download import (
    Downloaded,
    DownloadError,
    NoConnectionError,
    Policy,
    download,
)
from questions_rdf.provenance import Provenance
from questions_rdf.user_cache import default_folder

BODY = archive("a" * 300_000, "b" * 100_000)
OTHER = archive("c" * 350_000)
HALF = len(BODY) // 2
ATTEMPTS = 4


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as found:
        yield found


@cache
def client(timeout: float) -> web.Web:
    """The web; it reads all certificates, once is enough."""
    return web.Web(timeout)


class Run:
    """A cache and what downloads into it did and said."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.url = f"{site.url}17/a.zip"
        self.target = folder / "17" / "a.zip"
        self.pauses: list[float] = []
        self.said: list[str] = []
        self.seen: list[tuple[int, int | None]] = []

    def __call__(self, *answers: Reply, md5: str | None = None, timeout: float = 5) -> Downloaded:
        """One download; the server gives these answers."""
        self.site.answers[:] = answers
        self.site.asked.clear()
        self.pauses.clear()
        policy = Policy(
            attempts=ATTEMPTS,
            sleep=self.pauses.append,
            say=self.said.append,
            progress=lambda done, total: self.seen.append((done, total)),
        )
        return download(self.url, self.target, client(timeout), policy, md5)

    def refused(self, *answers: Reply, md5: str | None = None, timeout: float = 5) -> str:
        """Why the download was refused, in one line; nothing of it may be left but a part."""
        before = self.files()
        with pytest.raises(DownloadError) as refusal:
            self(*answers, md5=md5, timeout=timeout)
        assert self.files() == before
        assert "\n" not in str(refusal.value)
        assert refusal.value.exit_code == 3
        return str(refusal.value)

    def files(self) -> dict[str, bytes]:
        """What is in the cache, but for what is hidden."""
        found = self.target.parent.glob("[!.]*")
        return {path.name: path.read_bytes() for path in found}

    def hidden(self) -> set[str]:
        """What stands there for later runs."""
        return {path.name for path in self.target.parent.glob(".*")}

    def holds(self, body: bytes) -> bool:
        """Whether the cache holds this file, noted as it is, and nothing else."""
        note = json.loads(self.files()["a.zip.json"])
        assert set(self.files()) == {"a.zip", "a.zip.json"}
        assert self.hidden() == {".a.zip.lock"}
        assert note["sha256"] == hashlib.sha256(self.files()["a.zip"]).hexdigest()
        return self.files()["a.zip"] == body


@pytest.fixture
def run(site: Site, tmp_path: Path) -> Run:
    return Run(site, tmp_path)


# -- As it should be ------------------------------------------------------------------------------


def test_a_file_comes_with_a_note_of_where_it_is_from(run: Run) -> None:
    found = run(file(BODY))
    assert run.holds(BODY)
    assert not found.unchanged
    assert json.loads(run.files()["a.zip.json"]) == {
        "url": run.url,
        "sha256": hashlib.sha256(BODY).hexdigest(),
        "size": len(BODY),
        "etag": '"1"',
        "last_modified": LAST_MODIFIED,
        "dated": "2026-11-21",
    }
    assert Provenance.beside(run.target) == found.provenance
    assert run.seen[-1] == (len(BODY), len(BODY))


def test_the_server_is_told_who_asks(run: Run) -> None:
    run(file(BODY))
    (asked,) = run.site.asked
    assert asked.path == "/17/a.zip"
    assert asked.headers["User-Agent"].startswith("questions-rdf/")
    assert not {"Range", "If-Range", "If-None-Match", "If-Modified-Since"} & asked.headers.keys()


def test_the_day_of_a_file_is_the_server_s_and_never_the_clock_s(run: Run) -> None:
    found = run(file(BODY, last_modified=None))
    assert DATE.startswith("Sun, 22 Nov 2026")
    assert found.provenance.dated == date(2026, 11, 22)


def test_a_current_copy_is_not_downloaded_again(run: Run) -> None:
    run(file(BODY))
    before = run.files()
    assert run(file(BODY)).unchanged
    (asked,) = run.site.asked
    assert asked.headers["If-None-Match"] == '"1"'
    assert asked.headers["If-Modified-Since"] == LAST_MODIFIED
    assert run.files() == before


def test_a_newer_file_replaces_the_copy(run: Run) -> None:
    run(file(BODY))
    assert not run(file(OTHER, etag='"2"')).unchanged
    assert run.holds(OTHER)


def test_a_copy_that_was_changed_is_downloaded_again(run: Run) -> None:
    run(file(BODY))
    run.target.write_bytes(BODY[:-1])
    run(file(BODY))
    assert run.holds(BODY)


def test_the_etag_of_another_address_is_not_shown_to_this_one(run: Run) -> None:
    run(file(BODY))
    run.url = run.url.replace("17", "16")
    run(file(BODY))
    assert "If-None-Match" not in run.site.asked[0].headers


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"url": 1}',
        b"[" * 100_000,
        b'{"url":"javascript:x","sha256":"","size":0}',
        b'{"url":"http://x y","sha256":"","size":0}',
    ],
)
def test_a_note_that_is_none_is_written_anew(note: bytes, run: Run) -> None:
    run(file(BODY))
    run.target.with_name("a.zip.json").write_bytes(note)
    assert Provenance.beside(run.target) is None
    run(file(BODY))
    assert run.holds(BODY)


def test_a_note_cannot_put_anything_into_the_request(run: Run) -> None:
    run(file(BODY))
    note = run.target.with_name("a.zip.json")
    hostile = {**json.loads(note.read_bytes()), "etag": '"1"\r\nX: y', "last_modified": "é"}
    note.write_text(json.dumps(hostile), encoding="utf-8")
    run(file(BODY))
    assert not {"X", "If-None-Match", "If-Modified-Since"} & run.site.asked[0].headers.keys()
    assert run.holds(BODY)


@pytest.mark.parametrize("headers", [{"Last-Modified": "yesterday"}, {"ETag": '"\xe9\x01"'}])
def test_odd_headers_do_no_harm(headers: dict[str, str], run: Run) -> None:
    run(reply(200, BODY, headers=headers))
    assert run.holds(BODY)
    run(reply(200, BODY, headers=headers))


# -- Cut in the middle ----------------------------------------------------------------------------


def test_a_cut_download_goes_on_where_it_stopped(run: Run) -> None:
    run(file(BODY, cut=HALF), file(BODY))
    assert run.holds(BODY)
    assert run.site.ranges() == [None, f"bytes={HALF}-"]
    assert run.site.asked[1].headers["If-Range"] == '"1"'
    assert run.pauses == [1]
    assert f"broke off at {HALF} of {len(BODY)} bytes; again in 1 s" in run.said[0]


def test_without_an_etag_the_date_tells_whether_it_is_the_same_file(run: Run) -> None:
    run(file(BODY, etag=None, cut=HALF), file(BODY, etag=None))
    assert run.site.asked[1].headers["If-Range"] == LAST_MODIFIED
    assert run.holds(BODY)


@pytest.mark.parametrize("etag", ['W/"1"', None])
def test_without_a_strong_validator_it_starts_over(etag: str | None, run: Run) -> None:
    answer = file(BODY, etag=etag, last_modified=None)
    run(file(BODY, etag=etag, last_modified=None, cut=HALF), answer)
    assert run.site.ranges() == [None, None]
    assert run.holds(BODY)


def test_a_server_that_knows_no_ranges_sends_it_all_again(run: Run) -> None:
    run(file(BODY, cut=HALF), file(BODY, with_ranges=False))
    assert run.site.ranges() == [None, f"bytes={HALF}-"]
    assert run.holds(BODY)


def test_a_download_that_is_cut_every_time_ends_and_the_next_run_goes_on(run: Run) -> None:
    said = run.refused(file(BODY, cut=1000))
    assert f"{ATTEMPTS} attempts; the next run goes on from there" in said
    assert run.pauses == [1, 2, 4]
    assert {".a.zip.part", ".a.zip.part.json"} <= run.hidden()
    run(file(BODY))
    assert run.site.ranges() == [f"bytes={1000 * ATTEMPTS}-"]
    assert run.holds(BODY)


def test_the_former_copy_stays_until_the_new_one_is_whole(run: Run) -> None:
    run(file(BODY))
    run.refused(file(OTHER, etag='"2"', cut=1000))
    assert run.files()["a.zip"] == BODY
    run(file(OTHER, etag='"2"'))
    assert run.holds(OTHER)


def test_a_part_is_forgotten_when_the_copy_is_current_after_all(run: Run) -> None:
    run(file(BODY))
    run.refused(file(OTHER, etag='"2"', cut=1000))
    assert run(file(BODY)).unchanged
    assert run.holds(BODY)


def test_a_file_that_changed_between_cut_and_resumption_is_taken_whole(run: Run) -> None:
    run(file(BODY, cut=HALF), file(OTHER, etag='"2"'))
    assert run.holds(OTHER)


def span(start: int, body: bytes = BODY) -> dict[str, str]:
    return {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}


@pytest.mark.parametrize(
    "wrong",
    [
        reply(206, OTHER[HALF:], headers={**span(HALF, OTHER), "ETag": '"2"'}),
        reply(206, OTHER[HALF:], headers=span(HALF, OTHER)),
        reply(206, BODY[HALF + 1 :], headers=span(HALF + 1)),
        reply(206, BODY[HALF:], headers={"Content-Range": "bytes of some kind"}),
        reply(206, BODY[HALF:]),
        reply(206, BODY[HALF:] + b"more", headers=span(HALF)),
        reply(416, headers={"Content-Range": "bytes */7"}),
        reply(416),
    ],
    ids=["etag", "content", "start", "garbage", "nowhere", "too-much", "beyond", "beyond-garbage"],
)
def test_a_wrong_continuation_is_thrown_away(wrong: Reply, run: Run) -> None:
    run(file(BODY, cut=HALF), wrong, file(BODY))
    assert run.site.ranges() == [None, f"bytes={HALF}-", None]
    assert run.holds(BODY)


def test_a_part_that_was_complete_already_is_taken(run: Run) -> None:
    run.refused(file(BODY, cut=len(BODY) - 1), reply(503))
    with run.target.with_name(".a.zip.part").open("ab") as part:
        part.write(BODY[-1:])
    run(file(BODY))
    assert len(run.site.asked) == 1
    assert run.holds(BODY)


@pytest.mark.parametrize("note", [None, b"{", b'{"url":"https://example.org/a.zip","etag":"1"}'])
def test_a_part_that_nobody_knows_is_not_continued(note: bytes | None, run: Run) -> None:
    run.refused(file(BODY, cut=1000))
    noted = run.target.with_name(".a.zip.part.json")
    noted.unlink()
    if note is not None:
        noted.write_bytes(note)
    run(file(BODY))
    assert run.site.ranges() == [None]
    assert run.holds(BODY)


def test_a_part_that_somebody_damaged_is_noticed(run: Run) -> None:
    run.refused(file(BODY, cut=1000))
    part = run.target.with_name(".a.zip.part")
    part.write_bytes(b"\0" * part.stat().st_size)
    run(file(BODY))
    assert run.site.ranges() == [f"bytes={1000 * ATTEMPTS}-", None]
    assert run.holds(BODY)


# -- Lengths --------------------------------------------------------------------------------------


def test_a_body_in_chunks_has_no_length_and_is_whole(run: Run) -> None:
    run(chunked(BODY))
    assert run.holds(BODY)
    assert run.seen[-1] == (len(BODY), None)


def test_a_cut_in_chunks_is_noticed(run: Run) -> None:
    run(chunked(BODY, cut=True), file(BODY))
    assert run.site.ranges() == [None, f"bytes={HALF}-"]
    assert run.holds(BODY)


def test_a_length_that_promises_too_much_is_a_cut(run: Run) -> None:
    run(reply(200, BODY, length=str(len(BODY) + 5), headers={"ETag": '"1"'}), file(BODY))
    assert run.site.ranges() == [None, f"bytes={len(BODY)}-"]
    assert run.holds(BODY)


def test_a_length_that_promises_too_little_leaves_a_damaged_archive(run: Run) -> None:
    said = run.refused(reply(200, BODY, length=str(len(BODY) - 5)))
    assert "the server sent a damaged zip archive" in said


@pytest.mark.parametrize("length", [None, "many", "-1"])
def test_without_a_length_the_archive_itself_tells_whether_it_is_whole(
    length: str | None, run: Run
) -> None:
    run(reply(200, BODY, length=length))
    assert run.holds(BODY)
    assert "damaged" in run.refused(reply(200, BODY, length=length, cut=HALF))


# -- Answers that are no file ---------------------------------------------------------------------


def test_a_busy_server_is_asked_again(run: Run) -> None:
    run(reply(503), reply(429), file(BODY))
    assert run.holds(BODY)
    assert run.pauses == [1, 2]


@pytest.mark.parametrize(
    ("retry_after", "pause"),
    [
        ("7", 7),
        ("0", 1),
        ("86400", 60),
        ("9" * 5000, 1),
        ("Sun, 22 Nov 2026 09:00:20 GMT", 20),
        ("Sun, 22 Nov 2026 08:00:00 GMT", 1),
        ("soon", 1),
    ],
)
def test_the_pause_is_the_one_that_the_server_asks_for_up_to_a_limit(
    retry_after: str, pause: float, run: Run
) -> None:
    run(reply(503, headers={"Retry-After": retry_after}), file(BODY))
    assert run.pauses == [pause]


def test_a_server_that_is_busy_for_ever_is_left_alone(run: Run) -> None:
    run(file(BODY))
    said = run.refused(reply(503))
    assert f"the server answers 503, after {ATTEMPTS} attempts; try again later" in said
    assert len(run.site.asked) == ATTEMPTS
    assert run.holds(BODY)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "there is no such file on the server (404)"),
        (410, "no such file"),
        (403, "the server answers 403"),
        (206, "the server answers 206"),
        (304, "the server answers 304"),
        (416, "the server answers 416"),
    ],
)
def test_an_answer_that_will_stay_is_not_asked_for_again(status: int, words: str, run: Run) -> None:
    assert words in run.refused(reply(status, length=None))
    assert len(run.site.asked) == 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<!DOCTYPE html><title>503</title>" + b" " * 9000, "an HTML page in place of a zip"),
        (b"\xef\xbb\xbf\r\n<HTML><body>", "an HTML page"),
        (b'{"error": "moved"}', "something else in place of a zip"),
        (b"\x1f\x8b\x08" + BODY[3:], "something else"),
        (b"", "nothing in place of a zip"),
        (archive(), "an archive without a member"),
        (b"PK\x03\x04" + b"\0" * 5000, "a damaged zip archive"),
        (BODY[:-100], "a damaged zip archive"),
    ],
)
def test_what_is_no_archive_is_refused_although_all_seems_well(
    body: bytes, words: str, run: Run
) -> None:
    run(file(BODY))
    assert words in run.refused(reply(200, body))
    assert run.holds(BODY)


def test_a_page_in_place_of_the_rest_does_not_cost_the_part(run: Run) -> None:
    run.refused(file(BODY, cut=1000))
    assert "an HTML page" in run.refused(reply(200, b"<html>"))
    run(file(BODY))
    assert run.site.ranges() == [f"bytes={1000 * ATTEMPTS}-"]


def test_another_archive_than_the_one_published_is_refused(run: Run) -> None:
    good = hashlib.md5(BODY, usedforsecurity=False).hexdigest()
    said = run.refused(file(OTHER), md5=good)
    assert f"published is {good}" in said
    assert "--no-md5" in said
    run(file(BODY), md5=good)
    assert run.holds(BODY)
    assert run(file(BODY), md5=good).unchanged


# -- Redirects, silence, nobody -------------------------------------------------------------------


def test_a_redirect_on_the_same_server_is_followed_with_the_range(run: Run) -> None:
    there = reply(302, headers={"Location": "/elsewhere/a.zip"})
    run(file(BODY, cut=HALF), there, file(BODY))
    assert [asked.path for asked in run.site.asked][1:] == ["/17/a.zip", "/elsewhere/a.zip"]
    assert run.site.ranges() == [None, f"bytes={HALF}-", f"bytes={HALF}-"]
    assert run.holds(BODY)


@pytest.mark.parametrize(
    "target", ["http://example.org/a.zip", "file:///etc/passwd", "ftp://example.org/", "gopher:x"]
)
def test_a_redirect_to_another_server_without_tls_is_refused(target: str, run: Run) -> None:
    run.refused(reply(302, headers={"Location": target}))
    assert len(run.site.asked) == 1


def test_a_redirect_in_a_circle_ends(run: Run) -> None:
    assert "the server answers 302" in run.refused(reply(302, headers={"Location": "/17/a.zip"}))


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("https://a/x", "https://b/y", True),
        ("https://a/x", "http://a/x", False),
        ("http://localhost:1/x", "http://localhost:1/y", True),
        ("http://localhost:1/x", "http://localhost:2/x", False),
        ("http://localhost:1/x", "https://b/x", True),
    ],
)
def test_redirects_lead_to_tls_or_stay(before: str, after: str, allowed: bool) -> None:
    assert web._allowed(before, after) is allowed  # noqa: SLF001


@pytest.mark.parametrize(
    ("url", "trusted"),
    [
        ("https://example.org/", True),
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]/", True),
        ("http://example.org/", False),
        ("http://localhost.example.org/", False),
        ("file:///etc/", False),
        ("https://[/", False),
        ("https://x:y/", False),
        ("nonsense", False),
        ("", False),
    ],
)
def test_a_mirror_has_tls_or_is_this_machine(url: str, trusted: bool) -> None:
    assert web.is_trustworthy(url) is trusted


def test_a_silent_server_is_asked_again(run: Run) -> None:
    run(silent(run.site), silent(run.site, BODY[:HALF]), file(BODY), timeout=0.1)
    assert run.holds(BODY)
    assert "silent for too long" in run.said[0]
    assert run.site.ranges() == [None, None, f"bytes={HALF}-"]


def test_a_connection_that_ends_without_an_answer_is_tried_again(run: Run) -> None:
    def hang_up(handler: object) -> None:
        handler.close_connection = True  # type: ignore[attr-defined]

    run(hang_up, file(BODY))
    assert run.holds(BODY)


def test_where_nobody_listens_nobody_is_asked_twice(run: Run) -> None:
    run.url = "http://127.0.0.1:1/a.zip"
    with pytest.raises(NoConnectionError, match=r"cannot reach 127\.0\.0\.1:1: Connection refused"):
        run(file(BODY))
    assert run.pauses == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_server_with_a_certificate_of_its_own_making_is_refused(run: Run) -> None:
    key, certificate = run.target.parent.parent / "key", run.target.parent.parent / "certificate"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout".split()
    made = [*make, str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as site:
        run.url = f"{site.url}a.zip"
        site.answers = [file(BODY)]
        with pytest.raises(DownloadError, match="its certificate is not trusted: self-signed"):
            download(run.url, run.target, client(5), Policy(sleep=run.pauses.append))
    assert site.url.startswith("https://127.0.0.1:")
    assert site.asked == []
    assert run.pauses == []


# -- The cache ------------------------------------------------------------------------------------


def test_a_cache_that_cannot_be_written_is_said_in_one_line(run: Run) -> None:
    run.target.parent.write_bytes(b"a file")
    with pytest.raises(OutputError, match=r"cannot write .*17: .*--cache names another folder"):
        run(file(BODY))


def test_what_stands_in_the_way_is_said(run: Run) -> None:
    (run.target / "folder").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"cannot write .*a\.zip"):
        run(file(BODY))


def test_two_downloads_at_once_do_it_once(run: Run) -> None:
    started, waiting = threading.Event(), threading.Event()

    def slow(handler: object) -> None:
        started.set()
        assert waiting.wait(5)
        file(BODY)(handler)  # type: ignore[arg-type]

    second = Run(run.site, run.target.parent.parent)
    results: list[Downloaded] = []
    thread = threading.Thread(target=lambda: results.append(run(slow, file(BODY))))
    thread.start()
    assert started.wait(5)

    def say(sentence: str) -> None:
        second.said.append(sentence)
        waiting.set()

    results.append(download(second.url, second.target, client(5), Policy(say=say)))
    thread.join()
    assert sorted(found.unchanged for found in results) == [False, True]
    assert second.said == ["a.zip: another run has it; waiting"]
    assert run.holds(BODY)


def test_the_cache_is_where_the_system_keeps_such_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    by_default = tmp_path / ".cache" / "questions-rdf"
    assert default_folder({}) == by_default
    assert default_folder({"XDG_CACHE_HOME": ""}) == by_default
    assert default_folder({"XDG_CACHE_HOME": "relative"}) == by_default
    assert default_folder({"XDG_CACHE_HOME": "/var/cache"}) == Path("/var/cache/questions-rdf")
