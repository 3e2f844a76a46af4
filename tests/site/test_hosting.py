"""The settings of hosts, on the hosts themselves: an IRI leads to the form that is liked best."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import httpx
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from built import BASE
from questions_rdf.pages.frame import ASKING_POLICY, POLICY, SEARCH_POLICY
from questions_rdf.serve.negotiation import HTML, TRIPLES, chosen
from questions_rdf.site.address import Address
from questions_rdf.site.hosting import servers
from questions_rdf.site.hosting.servers import hosting_files
from web_servers import CONTENT_TYPES, WebServer, apache, nginx

AS_OF = date(2026, 11, 17)
MOVED = [
    ("acteur/nom/16-79-eve-lepine", "acteur/PA1"),
    ("groupe/17-ensemble-pour-la-republique-et-un-nom-plus-long-que-d-habitude", "organe/PO2"),
]
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
CHROMIUM = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;"
    "q=0.8,application/signed-exchange;v=b3;q=0.7"
)
RDFLIB = "application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1"
JENA = (
    "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,"
    "*/*;q=0.3"
)
WISHES = [
    (None, ".html"),
    ("", ".html"),
    ("*/*", ".html"),  # curl
    (FIREFOX, ".html"),
    (CHROMIUM, ".html"),
    ("text/html", ".html"),
    ("text/turtle", ".ttl"),
    ("TEXT/Turtle", ".ttl"),
    ("text/turtle;charset=utf-8", ".ttl"),
    ("application/x-turtle", ".ttl"),
    ("application/ld+json", ".jsonld"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', ".jsonld"),
    ("application/ld+json, application/json;q=0.9, */*;q=0.1", ".jsonld"),
    ("application/json", ".jsonld"),
    (RDFLIB, ".ttl"),
    (JENA, ".ttl"),
    ("text/*", ".html"),
    ("application/*", ".jsonld"),
    ("text/html;q=0.4, text/turtle;q=0.40", ".html"),
    ("text/turtle;q=0.5 , application/ld+json;q=0.55", ".jsonld"),
    ("text/turtle;q=1.0,text/html;q=0.999", ".ttl"),
    ("text/html;level=1;q=0.2,text/turtle; q=0.21", ".ttl"),
    ("text/html;q=0, */*", ".ttl"),
    ("application/n-triples, */*;q=0.1", ".ttl"),
]
UNWANTED = ["application/n-triples", "application/rdf+xml", "image/png", "text/html;q=0"]
LANGUAGES = [
    (None, ".html"),
    ("fr", ".html"),
    ("fr-CA", ".html"),
    ("de", ".html"),
    ("*", ".html"),
    ("en", ".en.html"),
    ("en-GB,en;q=0.9,fr;q=0.8", ".en.html"),
    ("fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7", ".html"),
    ("de, en;q=0.8", ".en.html"),
    ("fr;q=0.5,en;q=0.55", ".en.html"),
    ("en;q=0.3,fr", ".html"),
]
PAGES = ("index", "recherche", "question/QANR5L17QE1", "acteur/PA1", "organe/PO2", "def")
FILES = (
    "acteur/PA1.atom",
    "acteur/PA1/questions.html",
    "acteur/PA1/questions/2.html",  # in French only
    "acteur/nom/16-79-eve-lepine.html",
    "questions.nt.gz",
    "rappel.csv",
    "assets/style.css",
)


def put(folder: Path, path: str, content: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def written(where: Address) -> dict[str, bytes]:
    return {file.path: file.content for file in hosting_files(where, MOVED)}


def site_in(folder: Path, site_url: str) -> Address:
    """A small site; each file holds its path."""
    where = Address(site_url, BASE, AS_OF)
    for page in PAGES:
        for ending in (".html", ".en.html", ".ttl", ".jsonld"):
            put(folder, page + ending, (page + ending).encode())
    for path in FILES:
        put(folder, path, path.encode())
    for ending in CONTENT_TYPES:
        put(folder, f"sorte/x.{ending}", ending.encode())
    put(folder, "legislature/17.html", b"<p>")
    put(folder, "legislature/17.ttl", b"<#x> a <#Y> .")
    for path, content in written(where).items():
        put(folder, path, content)
    return where


def snippet(port: int, folder: Path, root: str) -> str:
    """The file for nginx, with the two lines changed that whoever uses it has to change."""
    where = Address(f"http://127.0.0.1:{port}{root}", BASE, AS_OF)
    text = written(where)["hebergement/nginx.conf"].decode()
    for line, own in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /var/www/questions;", f"root {folder};"),
    ):
        assert text.count(line) == 1
        text = text.replace(line, own)
    return text


class Host(WebServer):
    """A server with the site below ``root``."""

    def __init__(self, port: int, root: str) -> None:
        super().__init__(port)
        self.root = root

    def leads(self, path: str, accept: str | None = None, language: str | None = None) -> str:
        """What a thing leads to, below the root."""
        answer = self.get(self.root + path, accept, language)
        assert answer.status == 303, answer
        assert answer.location.startswith(self.root)
        return answer.location.removeprefix(self.root)


@pytest.fixture(scope="module", params=["apache /", "apache /a/b/", "nginx /", "nginx /a/b/"])
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    name, _, root = request.param.partition(" ")

    def fill(folder: Path, url: str) -> None:
        site_in(folder / root.strip("/"), url.removesuffix("/") + root)

    with ExitStack() as stack:
        if name == "apache":
            server = stack.enter_context(apache(fill))
        else:
            server = stack.enter_context(nginx(fill, lambda port, www: snippet(port, www, root)))
        yield Host(server.port, root)


@pytest.mark.parametrize(("accept", "ending"), WISHES)
def test_a_thing_leads_to_the_form_that_is_liked_best(
    host: Host, accept: str | None, ending: str
) -> None:
    thing = "question/QANR5L17QE1"
    assert host.leads(thing, accept) == thing + ending
    assert host.get(f"{host.root}{thing}{ending}").content == (thing + ending).encode()


@pytest.mark.parametrize("accept", UNWANTED)
def test_a_form_that_is_not_there_is_refused(host: Host, accept: str) -> None:
    answer = host.get(f"{host.root}acteur/PA1", accept)
    assert answer.status == 406
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(("language", "ending"), LANGUAGES)
def test_the_page_is_in_the_language_that_is_liked_best(
    host: Host, language: str | None, ending: str
) -> None:
    assert host.leads("def", FIREFOX, language) == f"def{ending}"
    assert host.leads("def", "text/turtle", language) == "def.ttl"


@pytest.mark.parametrize(
    ("language", "ending"), [("fr;q=0.1, *", ".en.html"), ("en;q=0.1, *", ".html")]
)
def test_any_language_is_any_but_the_one_that_is_named(
    host: Host, language: str, ending: str
) -> None:
    assert host.leads("def", None, language) == f"def{ending}"


QUALITY = st.sampled_from(
    ["", *(f";q={number}" for number in "0 0.0 0.1 0.10 0.25 0.3 0.301 1 1.0 1.000".split())]
)


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(["text/html", "text/turtle", "application/ld+json", "image/png"]),
    st.lists(QUALITY, min_size=4, max_size=4),
    st.integers(1, 4),
)
def test_qualities_are_weighed_as_the_endpoint_weighs_them(
    host: Host, names: list[str], qualities: list[str], count: int
) -> None:
    accept = ", ".join(f"{name}{q}" for name, q in list(zip(names, qualities, strict=True))[:count])
    form = chosen(accept, (HTML, TRIPLES[0], TRIPLES[2]))
    answer = host.get(f"{host.root}organe/PO2", accept)
    assert answer.location == (f"{host.root}organe/PO2.{form.name}" if form else "")
    assert answer.status == (303 if form else 406)


def test_caches_are_told_what_the_answer_depends_on(host: Host) -> None:
    for accept in (None, "text/turtle", FIREFOX):
        vary = host.get(f"{host.root}def", accept).headers["vary"]
        assert vary.replace(" ", "").split(",") == ["Accept", "Accept-Language"]


def test_a_thing_with_a_folder_of_lists_is_a_thing(host: Host) -> None:
    assert host.leads("acteur/PA1", "text/turtle") == "acteur/PA1.ttl"


def test_a_list_has_a_page_only(host: Host) -> None:
    assert host.leads("acteur/PA1/questions", JENA.replace("*/*", "text/html")) == (
        "acteur/PA1/questions.html"
    )
    assert host.get(f"{host.root}acteur/PA1/questions", "text/turtle").status == 406


def test_what_is_not_there_in_english_is_given_in_french(host: Host) -> None:
    assert host.leads("acteur/PA1/questions/2", None, "en") == "acteur/PA1/questions/2.html"


@pytest.mark.parametrize(
    "path", ["question/QANR5L17QE2", "question/QANR5L17QE1/x", "index/x", "rien.ttl", "a%0d%0ab:c"]
)
def test_an_unknown_address_is_not_found(host: Host, path: str) -> None:
    assert host.get(host.root + path, "text/turtle").status == 404


@pytest.mark.parametrize("path", ["question/QANR5L17QE2", "a/b/c.html", "rien.ttl", "404.html"])
def test_where_there_is_nothing_stands_a_page_with_the_ways_in(host: Host, path: str) -> None:
    answer = host.get(host.root + path, FIREFOX)
    assert answer.status == (200 if path == "404.html" else 404)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    html = answer.content.decode()
    links = re.findall(r'(?:href|action)="([^"]*)"', html)
    assert f"{host.root}recherche.html" in links
    assert f"{host.root}ministeres.en.html" in links
    own = [one for one in links if not one.startswith(("#", "https:"))]
    assert all(one.startswith(host.root) for one in own)
    assert host.get(f"{host.root}assets/style.css").status == 200
    assert f'href="{host.root}assets/style.css"' in html
    if path != "rien.ttl":
        assert answer.headers["content-security-policy"] == ASKING_POLICY


def test_the_form_of_the_home_page_may_lead_to_the_search(host: Host) -> None:
    for page in ("index.html", "index.en.html"):
        policy = host.get(host.root + page).headers["content-security-policy"]
        assert policy == ASKING_POLICY
        assert "form-action 'self'" in policy


def test_folders_are_not_listed(host: Host) -> None:
    for folder in ("acteur/", "acteur", "acteur/PA1/"):
        assert host.get(host.root + folder).status in {403, 404}


def test_the_root_is_the_home_page(host: Host) -> None:
    answer = host.get(host.root, FIREFOX, "en")
    assert (answer.status, answer.content) == (200, b"index.html")


def test_the_root_has_a_slash_at_its_end(host: Host) -> None:
    if host.root == "/":
        assert host.get("").status == 200
    else:
        answer = host.get(host.root.removesuffix("/"))
        assert (answer.status, answer.location) == (301, host.root)


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        *((f"sorte/x.{ending}", one) for ending, one in CONTENT_TYPES.items()),
        ("def.en.html", CONTENT_TYPES["html"]),
        ("questions.nt.gz", CONTENT_TYPES["gz"]),
    ],
)
def test_files_say_what_they_are(host: Host, path: str, content_type: str) -> None:
    answer = host.get(host.root + path)
    assert (answer.status, answer.headers["content-type"]) == (200, content_type)
    assert "content-encoding" not in answer.headers
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "max-age=3600"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_say_their_language_and_what_they_may_load(host: Host) -> None:
    for path, language, policy in (
        ("def.html", "fr", POLICY),
        ("def.en.html", "en", POLICY),
        ("recherche.html", "fr", SEARCH_POLICY),
        ("recherche.en.html", "en", SEARCH_POLICY),
    ):
        headers = host.get(host.root + path).headers
        assert headers["content-language"] == language
        assert headers["content-security-policy"] == policy
    assert "content-security-policy" not in host.get(f"{host.root}def.ttl").headers


@pytest.mark.parametrize(("old", "new"), MOVED)
@pytest.mark.parametrize("ending", ["", ".ttl", ".jsonld"])
def test_a_provisional_address_leads_to_what_it_has_become(
    host: Host, old: str, new: str, ending: str
) -> None:
    answer = host.get(host.root + old + ending, "text/turtle")
    assert (answer.status, answer.location) == (301, host.root + new + ending)


def test_the_place_on_the_page_survives(host: Host) -> None:
    with httpx.Client(follow_redirects=True, headers={"Accept": FIREFOX}) as client:
        thing = f"{host.url}{host.root.strip('/')}".rstrip("/") + "/question/QANR5L17QE1#reponse"
        answer = client.get(thing)
    assert str(answer.url).endswith("/question/QANR5L17QE1.html#reponse")
    assert answer.text == "question/QANR5L17QE1.html"


# -- w3id.org ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def w3id() -> Iterator[WebServer]:
    """w3id.org with our folder, and behind it the site."""

    def fill(folder: Path, url: str) -> None:
        where = site_in(folder / "site", f"{url}site/")
        ours = written(where)["hebergement/w3id/.htaccess"]
        put(folder, "questions-parlementaires/.htaccess", ours)

    with apache(fill) as server:
        yield server


@pytest.mark.parametrize(("accept", "ending"), WISHES)
def test_the_permanent_address_leads_to_the_form_at_once(
    w3id: WebServer, accept: str | None, ending: str
) -> None:
    for thing in ("question/QANR5L17QE1", "def"):
        answer = w3id.get(f"/questions-parlementaires/{thing}", accept)
        assert (answer.status, answer.location) == (303, f"/site/{thing}{ending}")
        assert "Accept" in answer.headers["vary"]
        assert w3id.get(answer.location).content == f"{thing}{ending}".encode()


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("", "/site/"),
        ("def/1.0.0", "/site/def.html"),
        ("shapes", "/site/formes.html"),
        ("acteur/PA1.ttl", "/site/acteur/PA1.ttl"),
        ("acteur/PA1.atom", "/site/acteur/PA1.atom"),
    ],
)
def test_the_other_permanent_addresses(w3id: WebServer, path: str, location: str) -> None:
    answer = w3id.get(f"/questions-parlementaires/{path}")
    assert answer.location == location
    assert answer.status == (302 if path.startswith("acteur") else 303)


def test_the_permanent_address_knows_languages_and_refuses(w3id: WebServer) -> None:
    path = "/questions-parlementaires/def"
    assert w3id.get(path, FIREFOX, "en").location == "/site/def.en.html"
    assert w3id.get(path, "application/n-triples").status == 406


def test_a_provisional_permanent_address_arrives(w3id: WebServer) -> None:
    with httpx.Client(follow_redirects=True, headers={"Accept": "text/turtle"}) as client:
        answer = client.get(f"{w3id.url}questions-parlementaires/{MOVED[0][0]}")
    assert answer.text == "acteur/PA1.ttl"


def test_rdflib_reads_a_thing_by_its_permanent_address(w3id: WebServer) -> None:
    graph = rdflib.Graph().parse(f"{w3id.url}questions-parlementaires/legislature/17#x")
    assert len(graph) == 1


def test_there_is_nothing_for_w3id_under_another_base() -> None:
    elsewhere = Address("https://example.org/", "https://example.org/", AS_OF)
    assert "hebergement/w3id/.htaccess" not in written(elsewhere)


# -- Netlify ----------------------------------------------------------------------------------------


def rules(text: str) -> list[tuple[str, str, str]]:
    """The file as Netlify documents it: from, to, status; there is no server of theirs to ask."""
    lines = [line.split("#")[0].split() for line in text.splitlines()]
    found = []
    for line in filter(None, lines):
        origin, target, status = line
        assert origin.startswith("/")
        assert target.startswith("/")
        assert status.removesuffix("!").isdecimal()
        assert not set("*:") & set(origin.removesuffix("/*") + target)
        found.append((origin, target, status))
    return found


def test_netlify_redirects_provisional_addresses_in_every_form() -> None:
    text = written(Address("https://example.org/a/", BASE, AS_OF))["_redirects"].decode()
    found = rules(text)
    assert ("/a/acteur/nom/16-79-eve-lepine", "/a/acteur/PA1", "301!") in found
    assert ("/a/acteur/nom/16-79-eve-lepine.ttl", "/a/acteur/PA1.ttl", "301!") in found
    *moved, last = found
    assert last == ("/a/*", "/a/404.html", "404")  # not forced: files that there are come first
    assert len(moved) == len({origin for origin, _, _ in found}) - 1 == 5 * len(MOVED)


def test_more_provisional_addresses_than_a_server_should_read_are_counted() -> None:
    many = [(f"acteur/nom/17-n{number}", "acteur/PA1") for number in range(servers.RULES + 7)]
    where = Address("https://example.org/", BASE, AS_OF)
    for file in hosting_files(where, many):
        if file.path in {".htaccess", "_redirects", "hebergement/nginx.conf"}:
            text = file.content.decode()
            assert f"acteur/nom/17-n{servers.RULES - 1}" in text
            assert f"acteur/nom/17-n{servers.RULES}" not in text
            assert "for 7 more there are pages only" in text
