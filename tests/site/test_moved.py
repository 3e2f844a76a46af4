"""Addresses that lead elsewhere do so on any host, and from a folder."""

import sqlite3
from pathlib import Path

import html5rdf
import pytest

from browsing import chromium
from built import BASE
from questions_rdf.errors import UnreadableInputError
from questions_rdf.site.hosting.moved import elsewhere, moved, moved_pages, pairs
from site_index import WHERE, add_document, add_thing, empty_index

REDIRECTIONS = f"""@base <{BASE}> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<acteur/nom/16-79-eve-lepine> dcterms:isReplacedBy <acteur/PA1> .
<acteur/nom/14-jean-noyer> dcterms:isReplacedBy <acteur/PA2>, <acteur/PA3> .
<ministere/travail> dcterms:isReplacedBy <organe/PO1> .
<groupe/16-inconnu> dcterms:isReplacedBy <organe/PO404> .
<groupe/16-autre> dcterms:title "no redirection" .
<https://elsewhere.org/x> dcterms:isReplacedBy <organe/PO1> .
"""


@pytest.fixture
def index() -> sqlite3.Connection:
    found = empty_index()
    add_document(found, "acteur/PA1", "Ève <Lépine>")
    add_document(found, "acteur/PA2", "Jean Noyer")
    add_document(found, "acteur/PA3", "Jean Noyer")
    add_document(found, "organe/PO1", "Ministère du travail")
    add_document(found, "ministere/travail", "Travail")  # some questions still name it so
    add_thing(found, f"{BASE}mandat/PM7", None, f"{BASE}acteur/PA1")
    add_thing(found, f"{BASE}mandat/PM7#x", None, f"{BASE}acteur/PA1")
    add_thing(found, f"{BASE}mandats", "no mandate", f"{BASE}acteur/PA1")
    return found


@pytest.fixture
def redirections(tmp_path: Path) -> Path:
    path = tmp_path / "redirections.ttl"
    path.write_text(REDIRECTIONS, encoding="utf-8")
    return path


def test_only_what_has_gone_leads_to_what_is_there(
    index: sqlite3.Connection, redirections: Path
) -> None:
    found = moved(redirections, index, WHERE)
    assert found == {
        f"{BASE}acteur/nom/14-jean-noyer": (f"{BASE}acteur/PA2", f"{BASE}acteur/PA3"),
        f"{BASE}acteur/nom/16-79-eve-lepine": (f"{BASE}acteur/PA1",),
    }
    assert pairs(found, WHERE) == [("acteur/nom/16-79-eve-lepine", "acteur/PA1")]


def test_a_page_leads_on_in_both_languages(index: sqlite3.Connection, redirections: Path) -> None:
    found = moved(redirections, index, WHERE)
    pages = {file.path: file.content.decode() for file in moved_pages(found, index, WHERE)}
    assert len(pages) == 4
    for suffix in (".html", ".en.html"):
        page = pages[f"acteur/nom/16-79-eve-lepine{suffix}"]
        assert f'http-equiv="refresh" content="0; url=../../acteur/PA1{suffix}"' in page
        assert f'<link rel="canonical" href="{BASE}acteur/PA1">' in page
        assert "Ève &lt;Lépine&gt;</a>" in page


def test_one_who_may_be_two_lets_choose(index: sqlite3.Connection, redirections: Path) -> None:
    found = moved(redirections, index, WHERE)
    pages = {file.path: file.content.decode() for file in moved_pages(found, index, WHERE)}
    page = pages["acteur/nom/14-jean-noyer.html"]
    assert "refresh" not in page
    assert "canonical" not in page
    assert 'href="../../acteur/PA2.html"' in page
    assert 'href="../../acteur/PA3.html"' in page
    assert "(PA3)" in page  # two of one name


def test_a_mandate_leads_to_its_place_on_the_page_of_who_holds_it(
    index: sqlite3.Connection,
) -> None:
    pages = {file.path: file.content.decode() for file in elsewhere(index, WHERE, "mandat/")}
    assert set(pages) == {"mandat/PM7.html", "mandat/PM7.en.html"}
    assert "url=../acteur/PA1.html#mandat-PM7" in pages["mandat/PM7.html"]
    assert f'rel="canonical" href="{BASE}acteur/PA1"' in pages["mandat/PM7.html"]


def test_the_pages_are_valid(index: sqlite3.Connection, redirections: Path) -> None:
    found = moved(redirections, index, WHERE)
    for file in (*moved_pages(found, index, WHERE), *elsewhere(index, WHERE, "mandat/")):
        html5rdf.HTMLParser(strict=True).parse(file.content.decode())


def test_they_lead_on_from_a_folder_without_a_server(
    index: sqlite3.Connection, redirections: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    found = moved(redirections, index, WHERE)
    for path, content in (
        *moved_pages(found, index, WHERE),
        ("acteur/PA1.html", b"<!DOCTYPE html><title>arrived</title>"),
    ):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with chromium() as browser:
        page = browser.new_page()
        page.goto((site / "acteur/nom/16-79-eve-lepine.html").as_uri())
        page.wait_for_url("**/acteur/PA1.html", timeout=20_000)
        assert page.title() == "arrived"


def test_what_is_no_turtle_ends_it(index: sqlite3.Connection, tmp_path: Path) -> None:
    broken = tmp_path / "redirections.ttl"
    broken.write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(UnreadableInputError, match=r"redirections\.ttl cannot be read"):
        moved(broken, index, WHERE)
    with pytest.raises(UnreadableInputError):
        moved(tmp_path / "none.ttl", index, WHERE)
