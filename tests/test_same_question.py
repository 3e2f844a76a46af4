"""The same question from every kind of source gives the same triples, but for what one lacks."""

from pathlib import Path

import pytest

import golden
from questions_rdf.build import Options
from questions_rdf.manifest import Records
from same_question_sources import (
    FOLDER,
    RECORD,
    REFERENCE,
    SOURCES,
    facts,
    facts_of,
    lacks,
    missing,
    record_as_xml,
)


def test_the_official_xml_says_exactly_what_the_official_json_says(tmp_path: Path) -> None:
    source = tmp_path / "QANR5L16QE941.xml"
    source.write_bytes(record_as_xml())
    assert facts(source) == facts(RECORD)
    assert len(facts(RECORD)) > 150


@pytest.mark.parametrize("source", SOURCES)
def test_no_source_says_anything_else(source: str) -> None:
    """What is missing stands in docs/sources.md, in a table that is made of the same comparison."""
    assert not missing(facts(FOLDER / SOURCES[source]), facts(RECORD))


def test_the_xml_of_the_site_lacks_two_page_numbers_only() -> None:
    assert lacks("/vue/xml") == {"#Renouvellement 1 qp:pageJO", "#Signalement 1 qp:pageJO"}


def test_pages_say_who_when_where_and_every_word() -> None:
    for source in ("HTML (/dyn/)", "Markdown (dyn)", "text (header)"):
        about_the_question = {one for one in lacks(source) if one.startswith("question ")}
        assert about_the_question == {"question qp:analyse"}
        assert not {one for one in lacks(source) if "schema:text" in one}


def test_all_sources_together_are_one_question_that_says_what_the_open_data_says() -> None:
    paths = [RECORD, *(FOLDER / name for name in SOURCES.values())]
    outcome = golden.built(*paths, options=Options(FOLDER, reference=(str(REFERENCE),)))
    assert outcome.manifest.records == Records(read=5, published=1, merged=4, rejected=0)
    assert not outcome.codes
    together = facts_of(outcome.turtle)
    assert together == facts(RECORD)


def test_without_the_reference_the_pages_give_the_record_its_names() -> None:
    outcome = golden.built(RECORD, FOLDER / "dyn.md", options=Options(FOLDER))
    assert not outcome.codes
    together = facts_of(outcome.turtle)
    assert ("acteur/PA900001", "foaf:name", "Anne Exemple") in together
    assert ("question", "qp:circonscription", "circonscription/79-02") in together
    assert ("question", "qp:ministereInterroge", "organe/PO900081") in together
