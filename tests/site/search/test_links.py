"""The page of a thing leads to a search in its questions: in exactly those that it counts."""

import re
import zlib
from array import array
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from questions_rdf.site.search.files import INDEX
from sites import site_of_seeds

_SEARCH = re.compile(r'href="([^"]*recherche\.html\?[^"]*)"')
_TOTAL = re.compile(r'<ul class="keys-figures">\s*<li><strong>(\d+)</strong>')


@cache
def index() -> Any:
    return msgspec.json.decode((site_of_seeds() / INDEX).read_bytes())


@cache
def binary(name: str) -> bytes:
    return zlib.decompress((site_of_seeds() / f"recherche/{name}.bin").read_bytes())


def numbers(name: str, key: str) -> set[int]:
    """What ``choices.js`` finds for a key."""
    if name == "auteur":
        return {
            number
            for number, one in enumerate(msgspec.json.decode(binary("auteurs")), 1)
            if one[0] == key
        }
    facet = index()["facets"][name]
    found = [place for place, value in enumerate(facet["values"], 1) if value[0] == key]
    if not found:
        return {facet["ids"][key]}
    return {number for number, place in enumerate(facet["places"]) if place == found[0]}


def counted(name: str, key: str) -> int:
    column = array("H", binary(f"facettes/{name}"))
    return sum(number in numbers(name, key) for number in column)


def test_the_search_is_in_the_questions_that_the_page_counts() -> None:
    kinds = set()
    for page in sorted(site_of_seeds().rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        total = _TOTAL.search(html)
        for link in _SEARCH.findall(html):
            [(name, key)] = parse_qsl(urlsplit(link).query)
            assert total
            assert (page, counted(name, key)) == (page, int(total[1]))
            kinds.add(name)
    assert kinds == {"auteur", "groupe", "legislature", "ministere", "rubrique"}


def test_in_english_it_leads_to_the_english_page() -> None:
    pages: list[Path] = sorted((site_of_seeds() / "acteur").rglob("*.en.html"))
    links = [one for page in pages for one in re.findall(r"recherche[^?\"]*\?", page.read_text())]
    assert links
    assert set(links) == {"recherche.en.html?"}
