"""Each golden case gives exactly the triples and the problems that a person has read and approved."""

import re
from pathlib import Path

import msgspec
import pytest

import golden
from questions_rdf.readers import READERS

MINIMUM_CASES = {
    "opendata_xml": 12,
    "page_dyn": 29,
    "page_entete": 11,
    "page_fiche": 15,
    "page_html": 18,
    "site_xml": 15,
    "unrecognised": 7,
}


@pytest.mark.parametrize("case", golden.cases(), ids=golden.name_of)
def test_a_case_gives_the_expected_triples_and_problems(case: Path, rewrite_golden: bool) -> None:
    outcome = golden.built_case(case)
    if rewrite_golden:
        (case / golden.EXPECTED).write_bytes(outcome.turtle)
        (case / golden.PROBLEMS).write_bytes(golden.written(outcome.problems))
    expected = golden.triples((case / golden.EXPECTED).read_bytes())
    assert golden.triples(outcome.turtle) == expected
    stated = msgspec.json.decode((case / golden.PROBLEMS).read_bytes())
    assert golden.shown(outcome.problems) == stated


@pytest.mark.parametrize("case", golden.cases(), ids=golden.name_of)
def test_what_is_read_is_published_or_rejected(case: Path) -> None:
    outcome = golden.built_case(case)
    published = len(
        re.findall(rb"^question/|^<[^>]*question/[^>#]*>", outcome.turtle, re.MULTILINE)
    )
    records = outcome.manifest.records
    rejected = sum(problem.get("rejected", False) for problem in outcome.problems)
    assert (records.published, records.rejected) == (published, rejected)
    assert records.read == published + records.merged + rejected >= 1


def test_every_reader_has_its_cases_and_every_folder_its_reader() -> None:
    readers = {reader.NAME.replace("-", "_") for reader in READERS}
    counts = {
        folder.name: sum(case.parent == folder for case in golden.cases())
        for folder in golden.FIXTURES.iterdir()
    }
    assert counts.keys() == {*readers, "unrecognised", "identification", "fusion", "rapprochements"}
    assert all(counts[name] >= minimum for name, minimum in MINIMUM_CASES.items()), counts


@pytest.mark.parametrize("case", golden.cases(), ids=golden.name_of)
def test_a_case_holds_nothing_but_its_sources_and_its_expectations(case: Path) -> None:
    names = {path.name for path in case.iterdir()}
    inputs = {path.name for path in (*golden.sources(case), *golden.references(case))}
    assert golden.sources(case)
    assert names == inputs | {golden.EXPECTED, golden.PROBLEMS}
