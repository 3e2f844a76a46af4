"""The search page as it is sent: in both languages, without a script inside."""

import json
import re

import html5rdf
import pytest

from questions_rdf.pages.frame import SEARCH_POLICY
from questions_rdf.pages.search import FACETS, NATURES, search_page
from questions_rdf.prefixes import expanded
from questions_rdf.query_files.library import Language
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.site.search.entry import FACETS as OF_THE_INDEX
from questions_rdf.site.search.entry import NATURES as OF_NOTATIONS
from questions_rdf.site.search.words import slug

LANGUAGES: tuple[Language, ...] = ("fr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_valid_and_holds_no_script_or_style_of_its_own(language: Language) -> None:
    html = search_page(language)
    html5rdf.HTMLParser(strict=True).parse(html)
    assert " style=" not in html
    assert "<style" not in html
    scripts = re.findall(r"<script ([^>]*)>(.*?)</script>", html, re.DOTALL)
    assert [bool(inside) for _, inside in scripts] == [True, False]
    assert 'type="application/json"' in scripts[0][0]


def test_its_policy_allows_scripts_of_the_site_and_nothing_that_is_evaluated() -> None:
    assert "script-src 'self';" in SEARCH_POLICY
    assert "eval" not in SEARCH_POLICY
    assert "inline" not in SEARCH_POLICY


@pytest.mark.parametrize(("language", "suffix"), [("fr", ".html"), ("en", ".en.html")])
def test_by_itself_it_leads_to_the_lists(language: Language, suffix: str) -> None:
    without = re.search(r'<div id="without">(.*?)</div>', search_page(language), re.DOTALL)
    assert without
    assert f'href="ministeres{suffix}"' in without[1]
    assert "JavaScript" in without[1]


def test_the_form_offers_what_the_index_can_narrow_by() -> None:
    assert tuple(FACETS) == OF_THE_INDEX
    for name in FACETS:
        assert f'<select id="{name}" name="{name}"' in search_page("fr")


def test_the_form_knows_how_the_index_names_the_kinds_of_questions() -> None:
    for letters, iri in OF_NOTATIONS.items():
        assert NATURES[letters.lower()] == slug(termes()[expanded(iri)].name.fr)
        for language in LANGUAGES:
            name = termes()[expanded(iri)].name.in_language(language)
            said = re.search(f'"{NATURES[letters.lower()]}": "([^"]*)"', search_page(language))
            assert said
            assert json.loads(f'"{said[1]}"').lower() == name.lower()
    assert len(NATURES) == len(OF_NOTATIONS)
