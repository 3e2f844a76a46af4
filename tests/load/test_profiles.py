"""The kinds of store: how they are known, where they are asked, what their bulk loaders are told."""

import re
import shlex
from pathlib import Path

import pytest

from fake_store import serving, status
from questions_rdf.errors import UsageError
from questions_rdf.load import choice, stores
from questions_rdf.load.address import Address, graph_name
from questions_rdf.load.credentials import Credentials
from questions_rdf.load.patience import LoadError
from questions_rdf.load.profile import Bulk, Endpoints, endpoints
from questions_rdf.load.web import Web

PROFILES = stores.profiles()
EVERY = pytest.mark.parametrize("name", PROFILES)


def test_there_are_six() -> None:
    assert list(PROFILES) == ["fuseki", "graphdb", "oxigraph", "qlever", "rdf4j", "virtuoso"]


@EVERY
def test_every_address_that_people_copy_is_the_same_data_set(name: str) -> None:
    profile = PROFILES[name]
    path = Address.of(profile.example).path
    found = endpoints(profile, path)
    assert found == Endpoints(path + profile.write, path + profile.query, path + profile.update)
    for tail in profile.tails:
        assert endpoints(profile, path + tail) == found, tail


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://h:3030/ds/data", "fuseki"),
        ("http://h:7878/store", "oxigraph"),
        ("http://h:8080/rdf4j-server/repositories/q", "rdf4j"),
        ("http://h:8080/rdf4j-server/repositories/q/statements", "rdf4j"),
        ("http://h:8890/sparql-graph-crud-auth", "virtuoso"),
    ],
)
def test_a_path_may_tell(url: str, name: str) -> None:
    address = Address.of(url)
    with Web(address, Credentials()) as web:
        assert choice.detected(web).name == name


@pytest.mark.parametrize(
    ("path", "header", "answers", "name"),
    [
        ("/x", {"Server": "Oxigraph/0.4"}, {}, "oxigraph"),
        ("/ds", {"Fuseki-Request-Id": "7"}, {}, "fuseki"),
        ("", {"Server": "Virtuoso/08.03"}, {}, "virtuoso"),
        ("/repositories/q", {"Server": "GraphDB/11"}, {}, "graphdb"),
        (
            "/repositories/q",
            {},
            {"/rest/info/version": b'{"productType": "free"}', "/protocol": b"12"},
            "graphdb",
        ),
        ("/x/repositories/q", {"Server": "nginx"}, {"/x/protocol": b"12"}, "rdf4j"),
        ("/kg", {}, {"/kg?cmd=stats": b'{"num-triples-normal": 7}'}, "qlever"),
    ],
)
def test_an_answer_may_tell(
    path: str,
    header: dict[str, str],
    answers: dict[str, bytes],
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as store:
        given = {key.replace("-", "_"): value for key, value in header.items()}

        def door(handler: object) -> bool:
            asked = store.asked[-1].path
            answer = answers.get(asked)
            status(404 if answer is None else 200, answer or b"", **given)(handler)  # type: ignore[arg-type]
            return True

        store.door = door
        with Web(Address.of(store.url + path), Credentials()) as web:
            assert choice.detected(web).name == name
        assert {one.method for one in store.asked} <= {"GET", "HEAD"}


def test_what_does_not_tell_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as store:
        store.door = mute
        with (
            Web(Address.of(store.url), Credentials()) as web,
            pytest.raises(UsageError, match="--store-type: fuseki, graphdb, oxigraph"),
        ):
            choice.detected(web)
    with (
        Web(Address.of("http://127.0.0.1:1"), Credentials()) as web,
        pytest.raises(LoadError, match="nobody listens there"),
    ):
        choice.detected(web)


def test_a_store_that_lets_nobody_in_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as store:
        store.door = closed
        for credentials, said in (
            (Credentials(), "it wants to know who asks; set QUESTIONS_RDF_USER"),
            (Credentials("me", "x"), r"it does not take whom the environment \(or netrc\) names"),
        ):
            with (
                Web(Address.of(f"{store.url}/ds"), credentials) as web,
                pytest.raises(LoadError, match=f"answers 401: {said}"),
            ):
                choice.detected(web)


def closed(handler: object) -> bool:
    status(401, WWW_Authenticate="Basic realm=x")(handler)  # type: ignore[arg-type]
    return True


def mute(handler: object) -> bool:
    status(404)(handler)  # type: ignore[arg-type]
    return True


def test_a_near_miss_is_answered_with_the_name_that_was_meant() -> None:
    assert stores.named("Fuseki").name == "fuseki"
    with pytest.raises(UsageError, match="no 'oxygraph'; did you mean oxigraph"):
        stores.named("oxygraph")


@pytest.mark.parametrize("name", ["fuseki", "graphdb", "rdf4j"])
def test_an_address_without_a_data_set_is_refused(name: str) -> None:
    with (
        Web(Address.of("http://localhost:1"), Credentials()) as web,
        pytest.raises(UsageError, match=f"looks like {re.escape(PROFILES[name].example)}"),
    ):
        choice.endpoints_of(PROFILES[name], web)


# -- Addresses ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("http://me:secret@h/store", "no user or password in an address; set QUESTIONS_RDF_USER"),
        ("https://me@h/", "no user or password in an address"),
        ("localhost:7878", "an address like http://localhost:7878 is needed"),
        ("ftp://h/", "an address like"),
        ("http://", "an address like"),
        ("http://h:x/", "that is no address"),
        ("http://h/#/dataset/ds/query", "the address alone"),
        ("http://h/store?graph=a", "--graph names the graph"),
    ],
)
def test_what_is_no_address(url: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        Address.of(url)
    assert hint in str(error.value)
    assert "secret" not in str(error.value)


def test_the_origin_is_scheme_host_and_port() -> None:
    same = ("http://H/a", "http://h:80/b/")
    assert len({Address.of(url).origin for url in same}) == 1
    others = ("https://h/", "http://h:8080/", "http://h.example/")
    assert len({Address.of(url).origin for url in (*same, *others)}) == 4


@pytest.mark.parametrize("iri", ["", "g", "a b:c", "urn:a>", "urn:a\nb", "http://x/{y}", "u:"])
def test_what_is_no_name_of_a_graph(iri: str) -> None:
    with pytest.raises(UsageError, match="an absolute IRI is needed"):
        graph_name(iri)


def test_a_graph_may_be_called_in_any_script() -> None:
    assert graph_name("urn:é") == "urn:é"
    assert graph_name(None) is None


# -- Bulk loaders ---------------------------------------------------------------------------------


@EVERY
def test_bulk_loaders_are_told_every_file_and_the_graph(name: str) -> None:
    files = (Path("/a b/questions-0001.nt"), Path("/a b/questions-0002.nt.gz"))
    told = "\n".join(PROFILES[name].bulk(Bulk(files, "urn:x:a&b")))
    for file in files:
        assert str(file) in told or (str(file.parent) in told and file.name in told)
    assert re.search(r"urn:x:a\\?&b", told)
    shell = "\n".join(line for line in told.splitlines() if "ld_dir" not in line)
    assert shlex.split(shell, comments=True)


def test_a_store_without_a_default_graph_needs_a_name() -> None:
    stores.refuse_missing_graph(PROFILES["virtuoso"], "urn:a")
    stores.refuse_missing_graph(PROFILES["oxigraph"], None)
    with pytest.raises(UsageError, match="Virtuoso has no default graph; name one with --graph"):
        stores.refuse_missing_graph(PROFILES["virtuoso"], None)
