"""The official records, all of them: each fact compared with the JSON that it comes from.

The comparison reads the JSON on its own, as plainly as possible, without the readers.
"""

import html
import json
import re
import zipfile
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from built import BASE, QP, SHARED
from questions_rdf.build import Options, build
from questions_rdf.manifest import Manifest

ARCHIVES = {
    "Questions_gouvernement_16.json.zip": 1458,
    "Questions_ecrites_reconstructed.json.zip": 148,
}
FOLDER = SHARED / "data" / "opendata"
SCHEMA_TEXT = "https://schema.org/text"
TITLE = "http://purl.org/dc/terms/title"
PREFERRED = "http://www.w3.org/2004/02/skos/core#prefLabel"

pytestmark = [
    pytest.mark.skipif(
        not FOLDER.is_dir(),
        reason="the official records are not beside the project (../shared/data)",
    ),
    pytest.mark.xdist_group("official records"),  # they are built once
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Manifest]:
    out = tmp_path_factory.mktemp("official") / "out"
    return out, build([str(FOLDER / name) for name in ARCHIVES], Options(out=out))


@pytest.fixture(scope="module")
def facts(built: tuple[Path, Manifest]) -> dict[str, dict[str, list[str]]]:
    """Subject → predicate → values."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=built[0] / "questions.nt", format=ox.RdfFormat.N_TRIPLES):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return found


@cache
def records() -> list[dict[str, Any]]:
    found = []
    for name in ARCHIVES:
        with zipfile.ZipFile(FOLDER / name) as archive:
            found += [json.loads(archive.read(m))["question"] for m in archive.namelist()]
    return found


def question_of(record: dict[str, Any]) -> str:
    return f"{BASE}question/{record['uid']}"


def label(text: str | None) -> str | None:
    return " ".join(text.replace("\u2019", "'").split()) if text else None


def words(text: str) -> list[str]:
    """The words of a text with mark-up, in order; twelve records end in half a tag (``<b``)."""
    broken = re.sub(r"</?(?:br|p)\b[^<>]*>", " ", text)
    bare = re.sub(r"<[^<>]*(?:>|$)", "", broken)
    return re.findall(r"\w+", html.unescape(bare))


def test_every_record_is_published_and_conforms(built: tuple[Path, Manifest]) -> None:
    manifest = built[1]
    total = sum(ARCHIVES.values())
    assert manifest.documents == total == 1606
    assert (manifest.records.read, manifest.records.published) == (total, total)
    assert manifest.problems.error == manifest.problems.warning == 0
    assert (manifest.shacl.violations, manifest.shacl.warnings) == (0, 0)
    assert manifest.classes["qp:QuestionAuGouvernement"] == 1458
    assert manifest.classes["qp:QuestionEcrite"] == 148
    assert manifest.classes["qp:Reponse"] == 1458 + 78


def test_author_mandate_and_group_are_those_of_the_record(facts: dict[str, Any]) -> None:
    for record in records():
        found, auteur = facts[question_of(record)], record["auteur"]
        assert found[f"{QP}auteur"] == [f"{BASE}acteur/{auteur['identite']['acteurRef']}"]
        assert found[f"{QP}mandat"] == [f"{BASE}mandat/{auteur['identite']['mandatRef']}"]
        assert found[f"{QP}groupe"] == [f"{BASE}organe/{auteur['groupe']['organeRef']}"]
        group = facts[found[f"{QP}groupe"][0]]
        assert group[PREFERRED][0] in labels_of(auteur["groupe"]["organeRef"], "groupe")


@cache
def labels_by_organe() -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records():
        groupe = record["auteur"]["groupe"]
        found[groupe["organeRef"], "groupe"].add(label(groupe["developpe"]) or "")
        for ministere in (record["minInt"], record["minAttribs"]["minAttrib"]["denomination"]):
            if ministere["organeRef"]:
                full = label(ministere["developpe"]) or ""
                found[ministere["organeRef"], "ministere"].add(full)
    return found


def labels_of(organe: str, kind: str) -> set[str]:
    return labels_by_organe()[organe, kind]


def test_ministries_are_those_of_the_record(facts: dict[str, Any]) -> None:
    by_label = 0
    for record in records():
        found = facts[question_of(record)]
        for stated, term in (
            (record["minInt"], "ministereInterroge"),
            (record["minAttribs"]["minAttrib"]["denomination"], "ministereAttributaire"),
        ):
            (iri,) = found[QP + term]
            if stated["organeRef"]:
                assert iri == f"{BASE}organe/{stated['organeRef']}"
                assert facts[iri][PREFERRED][0] == min(labels_of(stated["organeRef"], "ministere"))
            else:
                by_label += 1
                assert iri.startswith(f"{BASE}ministere/")
                known = (
                    facts[iri][PREFERRED]
                    + facts[iri]["http://www.w3.org/2004/02/skos/core#altLabel"]
                )
                assert label(stated["developpe"]) in known
    assert by_label == 44


def test_rubriques_and_titles_are_those_of_the_record(facts: dict[str, Any]) -> None:
    without = Counter[str]()
    for record in records():
        found, indexation = facts[question_of(record)], record["indexationAN"]
        rubrique, analyse = indexation["rubrique"], indexation["analyses"]["analyse"]
        if rubrique:
            (concept,) = found[f"{QP}rubrique"]
            (preferred,) = facts[concept][PREFERRED]
            assert preferred.casefold() == (label(rubrique) or "").casefold()
            assert preferred[0].isupper()
        else:
            assert f"{QP}rubrique" not in found
            without["rubrique"] += 1
        (title,) = found[TITLE]
        if analyse:
            assert title == analyse.strip()
            assert f"{QP}titreConstruit" not in found
        else:
            without["analyse"] += 1
            assert found[f"{QP}titreConstruit"] == ["true"]
    assert without == {"rubrique": 9 + 148, "analyse": 2}


def test_dates_and_pages_are_those_of_the_record(facts: dict[str, Any]) -> None:
    pages = 0
    for record in records():
        iri = question_of(record)
        written = record["type"] == "QE"
        answer = (record["textesReponse"] or {}).get("texteReponse")
        stated = record["textesQuestion"]["texteQuestion"] if written else answer
        edition = "questions-an" if written else "debats-an"
        for subject, text in ((iri, stated), (f"{iri}#reponse", answer)):
            if text is None:
                assert subject not in facts
                continue
            jo = text["infoJO"]
            assert facts[subject][f"{QP}datePublication"] == [jo["dateJO"]]
            assert facts[subject][f"{QP}publieDans"] == [f"{BASE}jo/{edition}/{jo['dateJO']}"]
            expected = [jo["pageJO"]] if jo["pageJO"] else []
            assert facts[subject].get(f"{QP}pageJO", []) == expected
            pages += len(expected)
            if subject != iri:
                assert facts[subject][f"{QP}ministere"] == facts[iri][f"{QP}ministereAttributaire"]
        closure = record["cloture"]
        if closure:
            event = facts[f"{iri}#cloture-{closure['dateCloture']}"]
            assert event[f"{QP}codeCloture"] == [closure["codeCloture"]]
        attribution = facts[
            f"{iri}#attribution-{record['minAttribs']['minAttrib']['infoJO']['dateJO']}"
        ]
        assert attribution[f"{QP}rang"] == ["1"]
    assert pages == 2 * 1436


def test_texts_keep_every_word_and_no_mark_up(facts: dict[str, Any]) -> None:
    compared = 0
    for record in records():
        iri = question_of(record)
        for container, element, subject in (
            ("textesQuestion", "texteQuestion", iri),
            ("textesReponse", "texteReponse", f"{iri}#reponse"),
        ):
            text = (record[container] or {}).get(element)
            if text is None:
                continue
            (plain,) = facts[subject][SCHEMA_TEXT]
            assert re.findall(r"\w+", plain) == words(text["texte"]), subject
            assert not re.search(r"</?[a-zA-Z]|&#|&\w+;", plain), subject
            assert "\n\n\n" not in plain
            compared += 1
    assert compared == 1458 + 148 + 78


def test_debates_keep_their_paragraphs(facts: dict[str, Any]) -> None:
    for record in records():
        if record["type"] == "QG":
            raw = record["textesReponse"]["texteReponse"]["texte"]
            speakers = len(re.findall(r"<br>\s*<strong>", raw))
            (plain,) = facts[f"{question_of(record)}#reponse"][SCHEMA_TEXT]
            assert len(plain.split("\n\n")) > speakers


def test_the_status_follows_answer_and_legislature(facts: dict[str, Any]) -> None:
    found = Counter(
        facts[question_of(record)][f"{QP}statut"][0].removeprefix(QP) for record in records()
    )
    answered = sum(1 for record in records() if record["textesReponse"])
    lapsed = [r for r in records() if not r["textesReponse"] and "L16" in r["uid"]]
    assert found == {
        "Repondue": answered,
        "Caduque": len(lapsed),
        "EnAttente": len(records()) - answered - len(lapsed),
    }
    for record in lapsed:
        assert facts[question_of(record)][f"{QP}statutDeduit"] == ["true"]


def test_the_record_of_the_14th_legislature_keeps_both_attributions(tmp_path: Path) -> None:
    for layout in ("xv", "xvi"):
        source = SHARED / "data" / "reconstructed" / f"QANR5L14QE47351.{layout}-layout.json"
        manifest = build([str(source)], Options(out=tmp_path / layout))
        assert (manifest.records.published, manifest.shacl.violations) == (1, 0)
        text = (tmp_path / layout / "questions.ttl").read_text(encoding="utf-8")
        assert "#attribution-2014-04-03>\n    a qp:ChangementAttribution" in text
        assert "qp:motif qp:Remaniement" in text
        assert "#renouvellement-2014-04-15>" in text
        assert "AMX30B2 DT (char télécommandé" in text
        assert '<th rowspan=\\"2\\">TYPE DE MATÉRIEL</th>' in text
