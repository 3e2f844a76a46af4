"""Sitemaps by the rules of sitemaps.org: limits, addresses, days; both languages of every page."""

import re
import urllib.robotparser
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from lxml import etree

from built import BASE
from questions_rdf.errors import UsageError
from questions_rdf.resources import Kind
from questions_rdf.site.address import Address, root_at
from questions_rdf.site.site_file import SiteFile
from questions_rdf.site.sitemap import pages_of, robots_file, sitemaps
from site_index import WHERE, add_question, add_thing, empty_index, small_index

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_ADDRESSES, MOST_BYTES, LONGEST = 50_000, 50 * 1024 * 1024, 2_048
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Address3 = tuple[str, str, dict[str, str]]


def read(files: list[SiteFile]) -> dict[str, list[Address3]]:
    """What each file that the index names holds, after all that the protocol asks of it."""
    by_path = {file.path: file.content for file in files}
    assert [file.path for file in files][-1] == "sitemap.xml"
    index = etree.fromstring(by_path["sitemap.xml"])
    assert index.tag == f"{SITEMAP}sitemapindex"
    found = {}
    for entry in index:
        assert [child.tag for child in entry] == [f"{SITEMAP}loc", f"{SITEMAP}lastmod"]
        path = entry[0].text.removeprefix(WHERE.site_url)
        found[path] = list(addresses(by_path[path], entry[0].text))
        assert entry[1].text == max(day for _, day, _ in found[path])
    assert {"sitemap.xml", *found} == set(by_path)
    return found


def addresses(content: bytes, its_address: str) -> Iterator[Address3]:
    assert len(content) <= MOST_BYTES
    urls = etree.fromstring(content)
    assert urls.tag == f"{SITEMAP}urlset"
    assert 0 < len(urls) <= MOST_ADDRESSES
    for url in urls:
        loc, lastmod, *alternates = url
        assert (loc.tag, lastmod.tag) == (f"{SITEMAP}loc", f"{SITEMAP}lastmod")
        assert loc.text.startswith(its_address.rpartition("/")[0] + "/")  # its folder, or below
        assert len(loc.text) < LONGEST
        assert DAY.fullmatch(lastmod.text)
        assert {link.tag for link in alternates} == {f"{XHTML}link"}
        assert {link.get("rel") for link in alternates} == {"alternate"}
        yield (
            loc.text,
            lastmod.text,
            {link.get("hreflang"): link.get("href") for link in alternates},
        )


def all_of(files: list[SiteFile]) -> list[Address3]:
    return [one for listed in read(files).values() for one in listed]


def test_every_page_is_there_in_both_languages_that_name_each_other() -> None:
    found = all_of(list(sitemaps([("index", None), ("acteur/PA1", date(2026, 3, 4))], WHERE)))
    assert [(where.removeprefix(WHERE.site_url), day) for where, day, _ in found] == [
        ("index.html", "2026-11-17"),
        ("index.en.html", "2026-11-17"),
        ("acteur/PA1.html", "2026-03-04"),
        ("acteur/PA1.en.html", "2026-03-04"),
    ]
    for where, _, languages in found:
        assert where in languages.values()
        assert set(languages) == {"fr", "en"}
        assert languages["en"] == languages["fr"].replace(".html", ".en.html")


@pytest.mark.parametrize(("count", "files"), [(1, 1), (3, 1), (4, 2), (7, 3)])
def test_many_pages_are_in_several_files(count: int, files: int) -> None:
    pages = [(f"question/Q{number}", None) for number in range(count)]
    written = read(list(sitemaps(pages, WHERE, most=3)))
    assert list(written) == [f"sitemap-{number}.xml" for number in range(1, files + 1)]
    assert sum(map(len, written.values())) == 2 * count


def test_no_file_is_larger_than_it_may_be() -> None:
    size = 20_000
    pages = [(f"rubrique/{'x' * (17 * number % 300)}", None) for number in range(200)]
    files = list(sitemaps(pages, WHERE, size=size))
    assert max(len(file.content) for file in files) <= size
    assert len(all_of(files)) == 2 * len(pages)


def test_pages_are_taken_as_they_come() -> None:
    """No more of a million pages is in memory than one file needs."""
    taken = 0

    def pages() -> Iterator[tuple[str, Any]]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield f"question/Q{number}", None

    files = sitemaps(pages(), WHERE, most=10)
    next(files)
    assert taken <= 11
    assert len(list(files)) == 100


def test_what_the_index_of_the_site_knows_has_the_day_of_its_last_event() -> None:
    index = small_index()
    days = dict(pages_of(index, WHERE))
    assert days["question/QANR5L17QE3"] == date(2026, 5, 5)
    assert days["question/QANR5L17QE4"] == date(2026, 6, 2)
    assert days["question/QANR5L17QE7"] is None
    assert days["acteur/PA2"] == date(2026, 10, 6)
    assert days["organe/PO2"] == date(2026, 5, 5)
    assert days["portefeuille/sante"] is None  # no question says when
    assert len(days) == 7 + 6


def test_what_stands_on_the_page_of_another_is_not_listed() -> None:
    index = empty_index()
    question = add_question(index, 1)
    person = f"{BASE}acteur/PA1"
    add_thing(index, person, "Ève Lépine")
    for iri, page in (
        (person, person),
        (f"{BASE}mandat/PM1", person),
        (f"{BASE}source/sha256-0", question),
        ("https://elsewhere.org/x", "https://elsewhere.org/x"),
    ):
        index.execute("INSERT INTO document VALUES (?, ?, '')", (iri, page))
    index.executemany("INSERT INTO page VALUES (?, 'personne')", [(person,), ("https://e.org/x",)])
    assert [path for path, _ in pages_of(index, WHERE)] == ["question/QANR5L17QE1", "acteur/PA1"]


def test_what_was_not_chosen_is_not_listed() -> None:
    listed = [path for path, _ in pages_of(small_index(), WHERE, {Kind.QUESTION})]
    assert len(listed) == 7
    assert all(path.startswith("question/") for path in listed)


def test_crawlers_may_read_everything_and_find_the_sitemap() -> None:
    file = robots_file(WHERE)
    parser = urllib.robotparser.RobotFileParser()
    parser.parse(file.content.decode().splitlines())
    assert file.path == "robots.txt"
    assert parser.can_fetch("anyone", "https://example.org/q/question/QANR5L17QE1.html")
    assert parser.site_maps() == ["https://example.org/q/sitemap.xml"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org?x",
        "example.org/",
        "https://example.org/a b/",
        "ftp://example.org/",
        "https://example.org/?x/",
        "https://example.org/#/",
        "https://user@example.org/",
        'https://example.org/"/',
        "https://example.org/$1/",
        "https://example.org/\n/",
        "",
    ],
)
def test_what_is_no_address_of_a_site_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="no address of a site"):
        root_at(address)


def test_the_slash_at_the_end_may_be_left_out() -> None:
    assert root_at("https://example.org") == root_at("https://example.org/")
    assert root_at("https://example.org/q") == "https://example.org/q/"


def test_the_parts_of_an_address() -> None:
    local = Address(root_at("http://127.0.0.1:8080/a/b/"), BASE, WHERE.as_of)
    assert (local.root, local.host) == ("/a/b/", "127.0.0.1")
    assert (WHERE.root, WHERE.host) == ("/q/", "example.org")
    assert local.page("acteur/PA1", "x") == "http://127.0.0.1:8080/a/b/acteur/PA1.html#x"
    assert local.path(f"{BASE}acteur/PA1") == "acteur/PA1"
    assert local.path("https://elsewhere.org/acteur/PA1") is None
