"""Every code is explained; a near miss is answered with the one that was meant."""

import json
from pathlib import Path

import pytest

from built import ROOT, run
from quality.corpus import written
from questions_rdf.explanation import codes
from questions_rdf.validation.shapes import load_shapes

RULES = load_shapes(strict=True)


def test_all_codes_are_those_of_the_documentation() -> None:
    documented = "".join(
        (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("problems.md", "rules.md")
    )
    listed = codes.all_codes()
    assert len({one.code for one in listed}) == len(listed) > 450
    for one in listed:
        assert f"| `{one.code}` |" in documented


@pytest.mark.parametrize("code", codes.problem_codes())
def test_a_problem_says_what_to_do_in_both_languages(code: str) -> None:
    found = codes.explained(code)
    assert found
    assert found.kind == "problem"
    for sentence in (found.message, found.hint):
        assert sentence.fr
        assert sentence.en
        assert "{" not in sentence.fr + sentence.en
    assert bool(found.why.fr) == bool(found.why.en)


@pytest.mark.parametrize("code", sorted(RULES.rules))
def test_a_rule_says_what_it_asks_for_and_where_it_stands(code: str) -> None:
    found = codes.explained(code)
    assert found
    assert found.rule
    assert found.rule.targets
    assert found.rule.asks
    assert "urn:x" not in " ".join(found.rule.asks)
    assert found.rule.file
    text = (ROOT / found.rule.file).read_text(encoding="utf-8")
    assert f"qps:{code} a sh:" in text


def test_a_rule_about_the_deadline_leads_to_article_135() -> None:
    found = codes.explained("question-echeance-multiple")
    assert found
    assert found.rule
    assert found.rule.path == "qp:echeance"
    assert found.rule.asks == ("sh:maxCount 1",)
    assert "article 135" in found.why.fr


def test_a_path_is_written_as_sparql_does() -> None:
    found = codes.explained("reponse-retard-sans-echeance")
    assert found
    assert found.rule
    assert found.rule.path == "qp:repondA/qp:echeance"
    assert found.rule.targets == ("qp:retardJours …",)


def test_an_example_is_taken_from_the_data(tmp_path: Path) -> None:
    found = codes.explained("champ-inconnu", written(tmp_path))
    assert found
    assert found.example
    assert "…" in found.message.fr
    assert found.example.message == "Message de champ-inconnu."
    assert (found.example.place, found.example.lines) == ("a.zip!json/1.json", 2)


def test_near_misses_are_named() -> None:
    assert codes.explained("statut-dedui") is None
    assert codes.near("statut-dedui")[0] == "statut-deduit"
    assert "question-echeance-multiple" in codes.near("question-echeance-multipl")
    assert codes.near("zzz") == []


# -- The verb -------------------------------------------------------------------------------------


def test_the_verb_explains_a_code(tmp_path: Path) -> None:
    result = run("explain", "date-publication-absente", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("date-publication-absente: error, not published, finding")
    assert "article 135" in result.stdout


def test_without_argument_all_codes_are_listed(tmp_path: Path) -> None:
    lines = run("explain", cwd=tmp_path).stdout.splitlines()
    assert len(lines) == len(codes.all_codes())
    listed = json.loads(run("explain", "--json", cwd=tmp_path).stdout)
    assert [one["code"] for one in listed] == [line.split()[0] for line in lines]
