"""``serve --site``: the files of a site, with the endpoint behind them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from built import run, seeds
from endpoint import Endpoint, serving
from questions_rdf.site.publishing import Options, publish
from web_servers import CONTENT_TYPES

QUESTION = "question/QANR5L17QE2621"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    publish(seeds()[0], Options(folder))
    (folder / "telechargements").mkdir(exist_ok=True)
    (folder / "telechargements/large.nt").write_bytes(os.urandom(1_000_003))
    for ending in CONTENT_TYPES:
        (folder / f"telechargements/x.{ending}").write_text(ending, encoding="utf-8")
    (folder / ".hidden").write_text("secret", encoding="utf-8")
    (folder.parent / "beside.html").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def endpoint(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with serving(seeds()[0], tmp_path_factory.mktemp("serve"), "--site", str(site)) as one:
        yield one


@pytest.mark.parametrize(
    "path",
    [
        f"{QUESTION}.html",
        f"{QUESTION}.en.html",
        f"{QUESTION}.ttl",
        f"{QUESTION}.jsonld",
        "assets/style.css",
        "site.json",
        "telechargements/large.nt",
    ],
)
def test_files_are_given_out_as_they_stand(path: str, endpoint: Endpoint, site: Path) -> None:
    got = endpoint.ask(f"/{path}")
    assert got.status == 200
    assert got.headers["content-type"] == CONTENT_TYPES[path.rpartition(".")[2]]
    assert got.body == (site / path).read_bytes()
    assert int(got.headers["content-length"]) == len(got.body)
    again = endpoint.ask(f"/{path}", headers={"If-None-Match": got.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    head = endpoint.ask(f"/{path}", "HEAD")
    assert (head.status, head.body) == (200, b"")


def test_files_say_what_they_are_as_other_servers_say_it(endpoint: Endpoint) -> None:
    found = {
        ending: endpoint.ask(f"/telechargements/x.{ending}").headers["content-type"]
        for ending in CONTENT_TYPES
    }
    assert found == CONTENT_TYPES


def test_a_thing_leads_to_its_page_of_the_site(endpoint: Endpoint) -> None:
    got = endpoint.ask(f"/{QUESTION}", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert (got.status, got.headers["location"]) == (303, f"/{QUESTION}.en.html")
    got = endpoint.ask(f"/{QUESTION}", headers={"Accept": "text/turtle"})
    assert got.headers["location"] == f"/{QUESTION}.ttl"


def test_a_page_has_a_policy_and_the_endpoint_answers_behind_it(endpoint: Endpoint) -> None:
    got = endpoint.ask(f"/{QUESTION}.html")
    assert got.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in got.headers["content-security-policy"]
    assert b'"boolean": true' in endpoint.query("ASK { ?s ?p ?o }").body.replace(
        b":true", b": true"
    )


def test_what_the_site_lacks_is_made_on_demand(endpoint: Endpoint) -> None:
    assert endpoint.ask(f"/{QUESTION}.nt").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/.hidden",
        "/../beside.html",
        "/%2e%2e/beside.html",
        "/question/../../beside.html",
        "/question/..%2f..%2fbeside.html",
        "/question",
        "/question/",
        "//etc/passwd",
        "/nothing.html",
        "/assets/../.hidden",
        "/a%00b.html",
    ],
)
def test_nothing_beside_the_site_is_given_out(path: str, endpoint: Endpoint) -> None:
    got = endpoint.ask(path)
    assert got.status == 404
    assert b"secret" not in got.body


@pytest.mark.parametrize("path", ["/nothing.html", "/a/b/c", "/question/QANR5L17QE99999"])
def test_people_get_a_page_where_there_is_nothing_and_programs_a_problem(
    path: str, endpoint: Endpoint
) -> None:
    got = endpoint.ask(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (got.status, got.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "form-action 'self'" in got.headers["content-security-policy"]
    html = got.body.decode()
    assert "Page introuvable" in html
    assert "Page not found" in html
    for link in ("/recherche.html", "/ministeres.en.html", "/assets/style.css"):
        assert f'"{link}"' in html
        assert endpoint.ask(link).status == 200
    for accept in ("application/json", "*/*", "text/turtle"):
        got = endpoint.ask(path, headers={"Accept": accept})
        assert got.status == 404
        assert got.headers["content-type"].startswith("application/problem+json")


def test_the_form_of_the_home_page_may_lead_to_the_search(endpoint: Endpoint) -> None:
    assert "form-action 'self'" in endpoint.ask("/index.html").headers["content-security-policy"]


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    result = run("serve", seeds()[0], "--site", tmp_path, cwd=tmp_path)
    assert result.returncode == 3
    assert "is no site, or not whole: questions-rdf publish makes it" in result.stderr
