"""The server stays, whatever it is asked and however; with small limits, so that it is soon over.

One file, although long: its tests have a server of their own, and all look at its processes.
"""

import http.client
import json
import os
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from built import SEEDS, seeds
from endpoint import Endpoint, Got, serving
from questions_rdf.build import Options, build

TIMEOUT = 1.0
BUSY = 4.0
"""What is promised in a second of an idle machine may take as many of one that runs other tests."""
OPTIONS = ["--timeout", f"{TIMEOUT}", "--workers", "2", "--memory", "200", "--queue", "80"]
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
ASK = "ASK { ?q a qp:Question }"

# Name → a query, and how it ends: with one of these statuses.
HOSTILE = {
    "braces": ("SELECT * " + "{" * 2196 + "}" * 2196, {403}),
    "parentheses": ("SELECT * { FILTER(" + "(" * 4687 + "1" + ")" * 4687 + ") }", {403}),
    "not": ("SELECT * { FILTER(" + "!" * 9375 + "true) }", {403}),
    "plus": ("SELECT * { FILTER(1" + "+1" * 6913 + ") }", {403}),
    "union": ("SELECT * { {}" + "UNION{}" * 4000 + " }", {403}),
    "optional": ("SELECT * { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o }" * 400 + " }", {403}),
    "list": ("SELECT * { ?s ?p " + "(" * 278 + "1" + ")" * 278 + " }", {403}),
    "long list": ("SELECT * { ?s ?p (" + "1 " * 500 + ") }", {503}),
    "chain": ("SELECT * {" + "".join(f"?s{n} ?p ?s{n + 1} ." for n in range(500)) + "}", {503}),
    "count": (f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", {503}),
    "sort": (f"SELECT * {{ {CROSS} }} ORDER BY ?c", {500, 503}),
    "distinct": (f"SELECT DISTINCT ?a ?d ?g ?j {{ {CROSS} }}", {500, 503, 200}),
    "concat": (
        'SELECT ?x { BIND("xxxxxxxxxxxxxxxx" AS ?x0) '
        + "".join(f"BIND(CONCAT(?x{n},?x{n},?x{n},?x{n}) AS ?x{n + 1})" for n in range(16))
        + " BIND(?x16 AS ?x) }",
        {500, 503},
    ),
    "path": ("SELECT * { ?a (!<urn:a>|^!<urn:a>)* ?b . ?b (!<urn:a>|^!<urn:a>)* ?c }", {503, 200}),
    "service": ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", {403}),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with serving(seeds()[0], tmp_path_factory.mktemp("survival"), *OPTIONS) as one:
        yield one


def patient(server: Endpoint, text: str) -> Got | None:
    """The answer to a query that is sent as a body; none if the connection breaks."""
    headers = {"Content-Type": "application/sparql-query"}
    try:
        return server.ask("/sparql", "POST", text.encode(), headers)
    except http.client.IncompleteRead:
        return None


def descriptors(server: Endpoint) -> int:
    return sum(1 for _ in Path(f"/proc/{server.process.pid}/fd").iterdir())


def memory(server: Endpoint) -> int:
    fields = Path(f"/proc/{server.process.pid}/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGESIZE")


def soon(holds: Callable[[], bool], seconds: float = 15.0) -> bool:
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


# -- Queries --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_ends_and_the_server_does_not(name: str, server: Endpoint) -> None:
    text, statuses = HOSTILE[name]
    begun = time.monotonic()
    got = patient(server, text)
    assert time.monotonic() - begun < TIMEOUT + 0.5 * BUSY
    assert got is None or got.status in statuses, got
    assert b"true" in server.query(ASK).body
    assert server.process.poll() is None


def test_short_queries_are_answered_while_fifty_hostile_ones_run(server: Endpoint) -> None:
    texts = [text for text, _ in HOSTILE.values()]
    before = descriptors(server), memory(server)
    with ThreadPoolExecutor(51) as threads:
        running = [threads.submit(patient, server, texts[n % len(texts)]) for n in range(50)]
        times = []
        while any(not one.done() for one in running):
            begun = time.monotonic()
            assert b"true" in server.query(ASK).body
            times.append(time.monotonic() - begun)
            time.sleep(0.1)
        assert all(one.result() is None or one.result().status >= 200 for one in running)  # type: ignore[union-attr]
    assert len(times) >= 2
    assert max(times) < BUSY, times
    assert soon(lambda: descriptors(server) <= before[0])
    assert memory(server) < before[1] + 50_000_000


def test_an_answer_that_breaks_is_not_taken_for_a_whole_one(server: Endpoint) -> None:
    """The status was sent: that the connection breaks is all that is left to say."""
    text = f"SELECT * {{ {CROSS} }}"
    with server.connection() as line:
        query = f"GET /sparql?query={quote(text)} HTTP/1.1\r\nHost: x\r\n\r\n"
        line.sendall(query.encode())
        pieces = []
        while piece := line.recv(1 << 20):
            pieces.append(piece)
    got = b"".join(pieces)
    assert got.startswith(b"HTTP/1.1 200")
    assert b"transfer-encoding: chunked" in got[:1000].lower()
    assert not got.endswith(b"0\r\n\r\n")
    assert len(got) > 100_000
    with pytest.raises(http.client.IncompleteRead):
        server.query(text, "text/csv")
    assert soon(lambda: outcomes(server)[-1] in {"timeout", "result-too-large"})


def outcomes(server: Endpoint) -> list[str]:
    """What the log says became of queries."""
    lines = map(json.loads, server.log.read_text(encoding="utf-8").splitlines())
    return [line["outcome"] for line in lines if line.get("path") == "/sparql"]


@pytest.fixture(scope="module")
def unguarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """A server that runs everything, with places for one long query and two that wait."""
    folder = tmp_path_factory.mktemp("unguarded")
    options = ["--timeout", "2", "--workers", "1", "--queue", "2"]
    with serving(seeds()[0], folder, *options, guarded=False) as one:
        yield one


def test_the_queue_has_an_end(unguarded: Endpoint) -> None:
    text = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(lambda _: patient(unguarded, text), range(20)))
    codes = [json.loads(got.body)["code"] for got in answers if got]
    assert set(codes) == {"busy", "timeout"}
    assert all(got.headers["retry-after"] for got in answers if got)


def test_a_worker_that_ends_by_itself_costs_one_query(unguarded: Endpoint) -> None:
    for name in ("braces", "not", "parentheses"):
        got = patient(unguarded, HOSTILE[name][0])
        assert got is not None
        assert (got.status, json.loads(got.body)["code"]) == (500, "crashed")
        assert b"true" in unguarded.query(ASK).body
    assert 'crashed_total{signal="SIGSEGV"} 3' in unguarded.ask("/metrics").text


def test_a_worker_has_no_network_even_if_it_is_asked_to_use_it(unguarded: Endpoint) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.3)
        address = f"http://127.0.0.1:{other.getsockname()[1]}/"
        got = patient(unguarded, f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
        assert got is not None
        assert got.status >= 400
        with pytest.raises(TimeoutError):
            other.accept()


def test_a_worker_that_somebody_kills_is_replaced(server: Endpoint) -> None:
    workers = {pid for pid in server.processes() if pid != server.process.pid}
    nursery = server.nursery()
    for pid in workers - {nursery}:
        os.kill(pid, signal.SIGKILL)
    assert soon(lambda: not workers & set(server.processes()) - {nursery})
    assert soon(lambda: server.metric("workers") >= 8)
    assert b"true" in server.query(ASK).body


# -- Clients --------------------------------------------------------------------------------------


def test_five_hundred_silent_connections_are_in_nobodys_way(server: Endpoint) -> None:
    before = descriptors(server)
    silent = [server.connection() for _ in range(500)]
    for line in silent[:100]:
        line.sendall(b"GET /sparql HTT")  # half a head
    for line in silent[100:200]:
        line.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nASK")
    begun = time.monotonic()
    assert b"true" in server.query(ASK).body
    assert time.monotonic() - begun < BUSY
    for line in silent:
        line.close()
    assert soon(lambda: descriptors(server) <= before + 5)


def test_clients_that_leave_take_their_queries_along(tmp_path: Path) -> None:
    text = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
    query = f"GET /sparql?query={quote(text)} HTTP/1.1\r\nHost: x\r\n\r\n"
    with serving(seeds()[0], tmp_path, "--timeout", "100", "--workers", "2") as one:
        lines = [one.connection() for _ in range(2)]
        for line in lines:
            line.sendall(query.encode())
        assert soon(lambda: one.metric("long_queries") == 2)
        for line in lines:
            line.close()
        assert soon(lambda: one.metric("long_queries") == 0)


def test_slow_readers_keep_no_worker(server: Endpoint) -> None:
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 30000"
    query = f"GET /sparql?query={quote(text)} HTTP/1.1\r\nHost: x\r\n\r\n"
    before = descriptors(server)
    lines = [socket.socket() for _ in range(6)]
    for line in lines:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", server.port))
        line.sendall(query.encode())
        line.recv(100)
    assert soon(lambda: server.metric("long_queries") == 0)
    assert b"true" in server.query(ASK).body
    for line in lines:
        line.close()
    assert soon(lambda: descriptors(server) <= before + 2)


def test_neither_memory_nor_descriptors_grow_with_requests(server: Endpoint) -> None:
    for _ in range(100):
        server.query(ASK)
    before = descriptors(server), memory(server)
    for _ in range(400):
        server.query(ASK)
    assert descriptors(server) <= before[0] + 1
    assert memory(server) < before[1] + 2_000_000


# -- New data -------------------------------------------------------------------------------------


def test_a_new_build_is_served_while_requests_run(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([str(SEEDS)], Options(out=out, formats=("nt",), check=False))
    day = 'SELECT (COUNT(?q) AS ?n) { ?q a qp:Question } # {"n"}'
    failed: list[Got] = []
    seen: set[tuple[str | None, bytes]] = set()
    over = threading.Event()

    def ask() -> None:
        while not over.is_set():
            got = one.query(day, "text/csv")
            seen.add((got.headers.get("etag"), got.body))
            if got.status != 200:
                failed.append(got)

    with serving(out, tmp_path / "served", "--workers", "2") as one:
        first = one.ask("/readyz").text
        with ThreadPoolExecutor(4) as threads:
            asking = [threads.submit(ask) for _ in range(4)]
            seed = min(SEEDS.glob("*.txt"))
            build([str(seed)], Options(out=out, formats=("nt",), check=False))
            assert soon(lambda: one.ask("/readyz").text != first, 15)
            time.sleep(0.3)
            over.set()
            for each in asking:
                each.result()
        assert not failed
        assert {body for _, body in seen} == {b"n\r\n5\r\n", b"n\r\n1\r\n"}
        assert len({tag for tag, _ in seen}) == 2
        assert b"n\r\n1\r\n" in one.query(day, "text/csv").body
        folder = tmp_path / "served/store"
        assert soon(lambda: sum(len(path.name) == 32 for path in folder.iterdir()) == 1)
        _broken_builds_change_nothing(one, out)


def _broken_builds_change_nothing(one: Endpoint, out: Path) -> None:
    (out / "questions.nt").write_text("<urn:a> <urn:b>", encoding="utf-8")
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    manifest["as_of"] = str(date(2026, 11, 22))
    (out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert soon(lambda: "newer data is not served" in one.ask("/readyz").text)
    assert one.ask("/readyz").status == 200
    assert one.query(ASK).status == 200
    assert "build-failed" in one.log.read_text(encoding="utf-8")
    assert "is not what the build wrote there" in one.talk.read_text(encoding="utf-8")
    shutil.rmtree(out)
    assert soon(lambda: "cannot be read any more" in one.ask("/readyz").text)
    assert one.query(ASK).status == 200


# -- The end --------------------------------------------------------------------------------------


def test_requests_under_way_are_answered_before_the_end(tmp_path: Path) -> None:
    long = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
    with serving(seeds()[0], tmp_path, "--timeout", "1.5") as one:
        idle = one.connection()
        idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert idle.recv(1000).startswith(b"HTTP/1.1 200")
        with ThreadPoolExecutor(1) as threads:
            asking = threads.submit(patient, one, long)
            assert soon(lambda: one.metric("long_queries") == 1)
            begun = time.monotonic()
            one.process.send_signal(signal.SIGTERM)
            got = asking.result()
        assert got is not None
        assert (got.status, json.loads(got.body)["code"]) == (503, "timeout")
        assert one.process.wait(15) == 0
        assert time.monotonic() - begun < 9  # the ten seconds were not waited for
        with pytest.raises(ConnectionRefusedError):
            one.connection()


def test_who_cannot_be_answered_before_the_end_is_told_so(tmp_path: Path) -> None:
    long = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
    with serving(seeds()[0], tmp_path, drain=0.3) as one:
        with ThreadPoolExecutor(1) as threads:
            asking = threads.submit(patient, one, long)
            assert soon(lambda: one.metric("long_queries") == 1)
            one.process.send_signal(signal.SIGINT)
            got = asking.result()
        assert got is not None
        assert (got.status, json.loads(got.body)["code"]) == (503, "stopping")
        assert got.headers["retry-after"]
        assert one.process.wait(15) == 0
        assert "Traceback" not in one.talk.read_text(encoding="utf-8")


def test_a_request_whose_rest_never_comes_keeps_no_connection(tmp_path: Path) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nASK"
    with serving(seeds()[0], tmp_path, body_seconds=0.3) as one:
        for _ in range(10):
            with one.connection() as line:
                line.settimeout(5)
                line.sendall(head)
                pieces = []
                while piece := line.recv(65536):  # until the server hangs up
                    pieces.append(piece)
            got = b"".join(pieces)
            assert got.startswith(b"HTTP/1.1 408")
            assert b"slow-request" in got


def test_the_server_ends_when_it_can_begin_no_workers_any_more(tmp_path: Path) -> None:
    with serving(seeds()[0], tmp_path) as one:
        nursery = one.nursery()
        os.kill(nursery, signal.SIGKILL)
        assert one.process.wait(15) == 4


def test_no_process_outlives_a_server_that_is_killed(tmp_path: Path) -> None:
    with serving(seeds()[0], tmp_path) as one:
        assert soon(lambda: len(one.processes()) > 4)
        everyone = one.processes()
        one.process.kill()
        one.process.wait(15)
        assert soon(lambda: not any(Path(f"/proc/{pid}").exists() for pid in everyone))
    shutil.rmtree(tmp_path)
