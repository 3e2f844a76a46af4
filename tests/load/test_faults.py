"""What goes wrong on the way to a store, and what of it is tried again."""

import gzip
import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

import fake_store
from built import seeds
from fake_store import FakeStore, reset, serving, status
from questions_rdf.load import choice, stores
from questions_rdf.load.address import Address
from questions_rdf.load.credentials import Credentials
from questions_rdf.load.loading import Loaded, Order, Talk, load, plan, staging_graph
from questions_rdf.load.patience import LoadError, Patience
from questions_rdf.load.payload import payload
from questions_rdf.load.receipts import Receipts
from questions_rdf.load.store import Store
from questions_rdf.load.web import Web

CHUNK = 20_000
DATA = payload(seeds()[0])
LINES = set((seeds()[0] / "questions.nt").read_bytes().splitlines())
GRAPH = "urn:example:g"
OLD = b"<urn:a> <urn:b> <urn:c> ."
SECRET = "Zk7vRw0pQ"  # noqa: S105  (of nobody)


class Run:
    """Loads into a fake store; pauses are noted, not slept."""

    def __init__(self, store: FakeStore, folder: Path) -> None:
        self.store = store
        self.url = store.url
        self.pauses: list[float] = []
        self.said: list[str] = []
        self.credentials = Credentials()
        self.receipts = Receipts(folder / "notes")
        self.kind = "oxigraph"
        self.timeout = 60.0

    def load(self, order: Order | None = None) -> Loaded:
        """What came of it."""
        with self._web() as web:
            return load(
                DATA,
                self._target(web),
                order or Order(None, chunk=CHUNK),
                self.receipts,
                Talk(self.said.append),
            )

    def refused(self, order: Order | None = None) -> str:
        """The one line that says why nothing came of it."""
        with pytest.raises(LoadError) as error:
            self.load(order)
        assert "\n" not in str(error.value)
        return str(error.value)

    def plan(self, order: Order) -> dict[str, object]:
        """What would be done."""
        with self._web() as web:
            found = plan(DATA, self._target(web), order, self.receipts)
        return {name: getattr(found, name) for name in found.__struct_fields__}

    def _web(self) -> Web:
        return Web(Address.of(self.url), self.credentials, timeout=self.timeout)

    def _target(self, web: Web) -> Store:
        profile = stores.named(self.kind)
        patience = Patience(sleep=self.pauses.append, say=self.said.append)
        return Store(profile, choice.endpoints_of(profile, web), web, patience)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as store:
        yield Run(store, tmp_path)


# -- As it should be ------------------------------------------------------------------------------


def test_the_data_goes_over_in_chunks_packed_and_is_counted(run: Run) -> None:
    result = run.load()
    assert run.store.lines() == LINES
    assert (result.sent_chunks, result.verified) == (4, True)
    writes = run.store.writes()
    assert {write.headers["Content-Encoding"] for write in writes} == {"gzip"}
    assert {write.headers["Content-Type"] for write in writes} == {"application/n-triples"}
    assert b"".join(write.body for write in writes) == (seeds()[0] / "questions.nt").read_bytes()
    assert run.pauses == []


def test_a_plan_is_what_is_done_and_asks_nobody(run: Run) -> None:
    order = Order(GRAPH, replace=True, chunk=CHUNK)
    planned = run.plan(order)
    assert run.store.asked == []
    result = run.load(order)
    assert planned["chunks"] == result.sent_chunks == 4
    assert planned["triples"] == result.sent_triples == len(LINES)
    assert planned["bytes"] == sum(len(write.body) for write in run.store.writes())


# -- What is tried again --------------------------------------------------------------------------


@pytest.mark.parametrize("number", [408, 425, 429, 502, 503, 504])
def test_a_busy_store_is_asked_again(number: int, run: Run) -> None:
    run.store.faults = [None, status(number), status(number), None]
    assert run.load().verified
    assert run.pauses == [1, 2]
    assert len(run.store.writes()) == 4 + 2
    assert run.said[0] == f"{run.url}/store answers {number}; again in 1 s"


def test_a_store_that_says_how_long_is_given_that_long(run: Run) -> None:
    date = "Sun, 22 Nov 2026 10:00:00 GMT"
    moment = "Sun, 22 Nov 2026 10:01:30 GMT"
    run.store.faults = [
        status(429, Retry_After="7"),
        status(503, Retry_After=moment, Date=date),
        status(503, Retry_After="soon"),
    ]
    assert run.load().verified
    assert run.pauses == [7, 90, 4]


def test_a_store_that_wants_an_hour_is_left_alone(run: Run) -> None:
    run.store.faults = [status(503, Retry_After="3600")]
    assert "answers 503 and asks for 3600 s of patience" in run.refused()
    assert run.pauses == []


def test_patience_ends(run: Run) -> None:
    run.store.faults = [None, *[status(503)] * 9]
    said = run.refused()
    assert run.pauses == [1, 2, 4, 8, 16]
    assert said.startswith(f"{run.url}/store answers 503, after 6 attempts; ")
    assert said.endswith("--resume goes on from what the store has")


def test_a_line_that_was_cut_costs_nothing(run: Run) -> None:
    def after_the_work(handler: BaseHTTPRequestHandler) -> None:
        run.store.write("", run.store.asked[-1].body)
        reset(handler)

    run.store.faults = [reset, after_the_work, None, reset]
    assert run.load().verified
    assert run.store.lines() == LINES
    assert len(run.pauses) == 3
    assert "the exchange broke off" in run.said[0]


def test_a_store_that_falls_silent_is_asked_again(run: Run) -> None:
    def silent(handler: BaseHTTPRequestHandler) -> None:
        handler.connection.settimeout(3)
        handler.rfile.read(1)

    run.store.faults = [silent]
    run.timeout = 0.5
    assert run.load().verified
    assert "the server was silent for too long" in run.said[0]


# -- What is not tried again ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (status(401), "answers 401: it wants to know who asks; set QUESTIONS_RDF_USER and"),
        (status(403, b"read-only"), "(or an entry in ~/.netrc): read-only"),
        (status(413), "answers 413: a chunk is too large for it; try a smaller --chunk"),
        (status(500, b"<h1>Out of\n disk</h1>"), "answers 500: Out of disk"),
        (status(400, b"x" * 5000), f"answers 400: {'x' * 200}…"),
        (status(200, b"Virtuoso 42000 Error SQ200: no"), "answers 200, but says: Virtuoso 42000"),
        (status(200, b'{"status": "ERROR"}'), 'answers 200, but says: {"status": "ERROR"}'),
    ],
    ids=["401", "403", "413", "500", "400", "200-error", "200-json"],
)
def test_a_no_is_one_sentence_with_a_hint(fault: fake_store.Fault, said: str, run: Run) -> None:
    run.store.faults = [fault]
    assert said in run.refused()
    assert run.pauses == []


def test_a_store_with_tokens_is_given_one(run: Run) -> None:
    run.kind = "qlever"
    run.store.door = lambda handler: status(401)(handler) or True
    assert run.refused().endswith("it wants to know who asks; set QUESTIONS_RDF_TOKEN")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/stor", "did you mean {url}/store?"),
        ("/x/udpate", "did you mean {url}/x/update?"),
        ("/elsewhere", "there is no such data set; an address of Oxigraph looks like"),
    ],
)
def test_a_near_miss_is_answered_with_the_address_that_was_meant(
    path: str, hint: str, run: Run
) -> None:
    run.url += path
    assert hint.format(url=run.store.url) in run.refused()


def test_nobody_there(run: Run) -> None:
    run.url = "http://127.0.0.1:1"
    assert "nobody listens there (Connection refused); is the store running?" in run.refused()
    run.url = "http://no-such-host.invalid"
    assert "there is no server of that name" in run.refused()
    assert run.pauses == []


def test_http_where_tls_is_spoken_and_the_other_way_round(run: Run) -> None:
    run.url = run.url.replace("http:", "https:")
    assert "it speaks no TLS there; does the address begin with http://?" in run.refused()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_of_its_own_making_is_not_trusted(tmp_path: Path, run: Run) -> None:
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout".split()
    subprocess.run([*make, str(key), "-out", str(certificate)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as store:
        run.url = store.url
        assert "its certificate is not trusted (self-signed certificate)" in run.refused()
        assert store.asked == []


# -- Redirects ------------------------------------------------------------------------------------


def test_another_server_is_told_nothing(run: Run) -> None:
    run.credentials = Credentials(token=SECRET)
    with serving() as other:
        target = other.url.replace("//", "//u:p@") + "/store?secret=1"
        run.store.faults = [status(307, Location=target)]
        said = run.refused()
        assert f"it redirects to {other.url}/store, another server, which is told nothing" in said
        assert other.asked == []


def test_another_scheme_or_port_is_another_server(run: Run) -> None:
    for target in (run.url.replace("http:", "https:") + "/store", "http://127.0.0.1:1/store"):
        run.store.faults = [status(308, Location=target)]
        assert "another server" in run.refused()


def test_the_same_server_may_have_moved_things(run: Run) -> None:
    run.store.faults = [status(308, Location="/store?default=moved")]
    assert run.load().verified
    run.store.faults = [status(302, Location="/elsewhere")]
    assert f"it redirects to {run.url}/elsewhere; name that address with --to" in run.refused()
    run.store.faults = [status(307, Location="/store?default")] * 20
    assert "it redirects in a circle" in run.refused()


# -- Who we are -----------------------------------------------------------------------------------


def asks(challenge: str, taken: Callable[[str], bool]) -> Callable[[BaseHTTPRequestHandler], bool]:
    """A door that opens for an ``Authorization`` that is taken."""

    def door(handler: BaseHTTPRequestHandler) -> bool:
        if taken(handler.headers.get("Authorization", "")):
            return False
        status(401, WWW_Authenticate=challenge)(handler)
        return True

    return door


def sent(run: Run) -> list[str]:
    return [one.headers.get("Authorization", "") for one in run.store.asked]


def test_a_password_is_sent_when_it_is_asked_for(run: Run) -> None:
    run.credentials = Credentials("me", SECRET)
    assert run.load().verified
    assert set(sent(run)) == {""}
    run.store.asked.clear()
    run.store.door = asks('Basic realm="x"', lambda given: given.startswith("Basic "))
    assert run.load().verified
    assert sent(run)[0] == ""
    assert all(given.startswith("Basic ") for given in sent(run)[1:])
    assert len(run.store.writes()) == 4  # what was refused was the empty write


def test_a_store_that_takes_digests_never_sees_the_password(run: Run) -> None:
    run.credentials = Credentials("me", SECRET)
    challenge = 'Digest realm="SPARQL", nonce="abc", qop="auth", algorithm="MD5", opaque="o"'
    run.store.door = asks(f'Basic realm="x", {challenge}', lambda given: "response=" in given)
    assert run.load().verified
    assert all(given.startswith("Digest ") for given in sent(run)[1:])
    assert not any("Basic" in given or SECRET in given for given in sent(run))


def test_a_digest_that_nobody_knows(run: Run) -> None:
    run.credentials = Credentials("me", SECRET)
    for challenge in ('algorithm="X-7"', 'qop="auth-int"'):
        run.store.door = asks(f'Digest realm="x", nonce="y", {challenge}', lambda _given: False)
        assert "it asks for a kind of digest that is not known here" in run.refused()


def test_who_is_not_taken_is_told_so(run: Run) -> None:
    run.credentials = Credentials("me", SECRET)
    run.store.door = asks("Basic realm=x", lambda _given: False)
    said = run.refused()
    assert "it does not take the user and the password that the environment (or netrc)" in said
    assert len(run.store.asked) == 2


def test_no_secret_is_repeated_even_if_the_store_does(run: Run) -> None:
    run.credentials = Credentials(token=SECRET)

    def talkative(handler: BaseHTTPRequestHandler) -> None:
        status(500, f"you sent {handler.headers['Authorization']}".encode())(handler)

    run.store.faults = [talkative]
    assert run.refused().partition(";")[0].endswith("answers 500: you sent Bearer ***")
    run.credentials = Credentials("me", SECRET)
    run.store.door = asks("Basic realm=x", lambda given: given.startswith("Basic "))
    run.store.faults = [talkative]
    assert "you sent Basic ***" in run.refused()
    assert SECRET not in repr(run.credentials)


def test_a_token_goes_with_every_request_and_nothing_empty_or_packed_to_qlever(run: Run) -> None:
    run.kind, run.credentials = "qlever", Credentials(token=SECRET)
    result = run.load(Order(GRAPH, replace=True, chunk=CHUNK))
    assert (result.replaced, result.verified) == (True, True)
    assert set(sent(run)) == {f"Bearer {SECRET}"}
    assert {one.path.partition("?")[0] for one in run.store.asked} == {"/"}
    assert all(one.body for one in run.store.asked)
    assert not any("Content-Encoding" in one.headers for one in run.store.asked)


# -- Going on -------------------------------------------------------------------------------------


def broken_off(run: Run, order: Order) -> None:
    run.store.faults = [None, None, status(500)]
    assert "--resume goes on" in run.refused(order)
    assert len(run.store.writes()) == 3


@pytest.mark.parametrize("replace", [False, True])
def test_what_the_store_has_acknowledged_is_not_sent_again(replace: bool, run: Run) -> None:
    order = Order(GRAPH, replace=replace, chunk=CHUNK)
    broken_off(run, order)
    run.store.asked.clear()
    result = run.load(order._replace(resume=True, chunk=CHUNK // 2))
    assert run.store.lines(GRAPH) == LINES
    assert result.verified
    assert result.resumed_at > 2 * CHUNK
    assert result.sent_triples == sum(len(one.body.splitlines()) for one in run.store.writes())
    assert result.sent_triples < len(LINES)
    again = run.load(order._replace(resume=True))
    assert again.resumed_at == 0  # it was done: the note is gone


def test_without_the_option_all_is_sent(run: Run) -> None:
    order = Order(GRAPH, chunk=CHUNK)
    broken_off(run, order)
    assert run.load(order).sent_triples == len(LINES)


def test_another_graph_or_address_is_another_load(run: Run) -> None:
    broken_off(run, Order(GRAPH, chunk=CHUNK))
    assert run.load(Order("urn:example:other", resume=True)).resumed_at == 0


def test_a_store_that_lost_what_it_had_gets_all_of_it(run: Run) -> None:
    order = Order(GRAPH, chunk=CHUNK, resume=True)
    broken_off(run, order)
    run.store.graphs.clear()
    assert run.load(order).verified
    assert run.said == ["The store has lost what it had acknowledged: all is sent again."]


# -- The count, and the place ---------------------------------------------------------------------


def test_a_graph_with_other_triples_tells_nothing_for_certain(run: Run) -> None:
    run.store.write("", OLD)
    result = run.load()
    assert (result.before, result.after, result.verified) == (1, len(LINES) + 1, None)


def test_a_store_that_swallows_a_triple_is_found_out(run: Run) -> None:
    run.store.swallowed = {min(LINES)}
    assert run.load().verified is False
    run.store.graphs.clear()
    run.store.write("", OLD)
    result = run.load()
    assert result.after == len(LINES)
    assert result.verified is True  # by chance as many: what replaces a graph is counted alone


def test_what_is_replaced_stays_until_the_new_data_is_whole(run: Run) -> None:
    run.store.write(GRAPH, OLD)
    run.store.swallowed = {min(LINES)}
    result = run.load(Order(GRAPH, replace=True))
    assert (result.replaced, result.verified) == (False, False)
    assert run.store.lines(GRAPH) == {OLD}
    assert result.waiting_in == staging_graph(DATA)
    run.store.swallowed = set()
    result = run.load(Order(GRAPH, replace=True))
    assert (result.replaced, result.before, result.after) == (True, 1, len(LINES))
    assert run.store.lines(GRAPH) == LINES
    assert run.store.lines(staging_graph(DATA)) == set()


def test_a_move_is_not_done_twice(run: Run) -> None:
    def after_the_work(handler: BaseHTTPRequestHandler) -> None:
        run.store.update(f"MOVE GRAPH <{staging_graph(DATA)}> TO DEFAULT")
        reset(handler)

    run.store.write("", OLD)
    run.store.update_faults = [None, after_the_work]
    assert run.load(Order(None, replace=True)).verified
    assert run.store.lines() == LINES
    run.store.graphs = {"": {OLD}}
    run.store.update_faults = [None, reset]
    said = run.refused(Order(None, replace=True))
    assert f"the new data is in <{staging_graph(DATA)}>" in said
    assert run.store.lines() == {OLD}
    assert run.store.lines(staging_graph(DATA)) == LINES
    assert run.pauses == []


def test_a_store_that_packs_its_answers_is_understood(run: Run) -> None:
    def packed(handler: BaseHTTPRequestHandler) -> bool:
        if not handler.path.startswith("/query"):
            return False
        body = gzip.compress(run.store.count(""))
        status(200, body, Content_Encoding="gzip")(handler)
        return True

    run.store.door = packed
    assert run.load().verified


@pytest.mark.parametrize("answer", [b"", b"[]", b'{"results": {"bindings": []}}', b"\xff", b"7"])
def test_an_answer_that_is_no_number_is_no_proof(answer: bytes, run: Run) -> None:
    def odd(handler: BaseHTTPRequestHandler) -> bool:
        return bool(handler.path == "/query" and (status(200, answer)(handler) or True))

    run.store.door = odd
    assert "/query does not say how many triples there are" in run.refused()
