"""The official XML gives the records that the official JSON gives, however its texts are written."""

import time
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xml_layout
from built import SHARED
from questions_rdf.problems import Problem
from questions_rdf.readers import Found, opendata_xml
from questions_rdf.readers._xml_elements import MalformedError, fields
from questions_rdf.records import Question
from reading import FIXTURES, codes, problems, question, questions, record, results

OFFICIAL = SHARED / "data" / "opendata" / "Questions_gouvernement_16.json.zip"
# Forms that XML cannot have: a number or an object for a text, characters that no text may hold.
OF_JSON_ONLY = {
    "donnees-de-reference",
    "json-sans-question",
    "json-tronque",
    "lignes",
    "liste-abimee",
    "liste-sans-fin",
}
OF_JSON_ONLY |= {"texte-hostile", "valeurs-abimees", "windows-1252"}
CASES = [
    case for case in sorted((FIXTURES / "opendata_json").iterdir()) if case.name not in OF_JSON_ONLY
]
MARKUP = frozenset(("texte",))


def raw_objects(content: Any) -> list[dict[str, Any]]:
    """The questions of a JSON document, wherever they stand."""
    while isinstance(content, dict) and "question" not in content:
        (content,) = content.values()
    found = content["question"]
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]


def all_questions(case: Path) -> list[Question]:
    return [
        one for source in sorted(case.glob("source*")) for one in questions(source.read_bytes())
    ]


@pytest.mark.parametrize("cdata", [False, True])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_in_json_and_in_xml_is_the_same_records(case: Path, cdata: bool) -> None:
    raws = [
        raw
        for source in sorted(case.glob("source*"))
        for raw in raw_objects(msgspec.json.decode(source.read_bytes()))
    ]
    expected = all_questions(case)
    assert questions(xml_layout.listed(raws, cdata=cdata)) == expected
    alone = [one for raw in raws for one in questions(xml_layout.single(raw, cdata=cdata))]
    assert alone == expected


def test_most_cases_are_compared() -> None:
    assert len(CASES) >= 13
    assert {case.name for case in (FIXTURES / "opendata_json").iterdir()} > OF_JSON_ONLY


@pytest.mark.skipif(
    not OFFICIAL.is_file(), reason="the official records are not beside the project"
)
def test_the_official_records_in_xml_are_the_same_records_without_a_problem() -> None:
    with zipfile.ZipFile(OFFICIAL) as archive:
        members = [archive.read(name) for name in archive.namelist()]
    raws = [msgspec.json.decode(member)["question"] for member in members]
    expected = [question(member) for member in members]
    assert len(expected) == 1458
    for cdata in (False, True):
        listed = results(xml_layout.listed(raws, "questionsGvt", cdata=cdata))
        assert [found.question for found in listed if isinstance(found, Found)] == expected
        assert not [found for found in listed if isinstance(found, Problem)]
    assert [question(xml_layout.single(raw)) for raw in raws] == expected


# -- Elements -------------------------------------------------------------------------------------


def _single(inner: str) -> str:
    return (
        '<question xmlns="http://schemas.assemblee-nationale.fr/referentiel"><uid>QANR5L16QE1</uid>'
        "<type>QE</type><textesQuestion><texteQuestion><infoJO><dateJO>07/02/2023</dateJO></infoJO>"
        f"<texte>{inner}</texte></texteQuestion></textesQuestion></question>"
    )


@pytest.mark.parametrize(
    "written",
    [
        "&lt;table>&lt;tr>&lt;td>a &amp;amp; b&lt;/td>&lt;td>&lt;br>&lt;/td>&lt;/tr>&lt;/table>",
        "<![CDATA[<table><tr><td>a &amp; b</td><td><br></td></tr></table>]]>",
        "<table><tr><td>a &amp;amp; b</td><td><br/></td></tr></table>",
        "\n  <x:table xmlns:x='y'><x:tr><x:td>a &amp;amp; b</x:td><x:td><x:br/></x:td></x:tr></x:table>\n",
        "<table><tr><td>a <![CDATA[&amp;]]> b</td><td><!-- none --><br/></td></tr></table>",
    ],
)
def test_mark_up_may_be_escaped_in_cdata_or_elements(written: str) -> None:
    (version,) = question(_single(written)).versions
    assert version.texte == "a & b |"
    assert version.texte_html is not None
    assert "<td>a &amp; b</td><td><br></td>" in version.texte_html


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<question/>", {}),
        ("<question>x</question>", {"#text": "x"}),
        ("<question a='1' xmlns='x' xmlns:y='z'/>", {"@a": "1"}),
        ("<question><a/><a> b </a></question>", {"a": ["", "b"]}),
        ("<question><a><b>1</b></a><c/><a/></question>", {"a": [{"b": "1"}, ""], "c": ""}),
        ("<question><a n:nil='true'/></question>", {"a": {"@xsi:nil": "true"}}),
        ("<question><a b='1'>c</a></question>", {"a": {"@b": "1", "#text": "c"}}),
        ("<question><a>b <i>c</i><br/></a></question>", {"a": "b <i>c</i><br>"}),
        ("<question><texte><p/></texte></question>", {"texte": "<p></p>"}),
        ("<question><texte><p a='&lt;&quot;'>b</p></texte></question>", {"texte": '<p a="&lt;&quot;">b</p>'}),
        ("<question>x<a/></question>", {"a": "", "#text": "x"}),
        ("<question><a>\r\n\tb\r\nc</a></question>", {"a": "b\nc"}),
        ("<question><br>a<br/></br></question>", {"br": "a<br>"}),
    ],
)  # fmt: skip
def test_an_element_is_the_raw_object_that_json_has(
    written: str, expected: dict[str, object]
) -> None:
    assert fields(written, MARKUP) == expected


@pytest.mark.parametrize(
    "written",
    [
        "<question>",
        "<question><a></question>",
        "<question/>x",
        "<question>&x;</question>",
        "<question>&#0;</question>",
        "<question a='1' a='2'/>",
        "<question>" + "<a>" * 200_000,
        "<question>" + "<a>" * 200_000 + "</a>" * 200_000 + "</question>",
        "<question><texte>" + "<b>" * 200_000 + "</b>" * 200_000 + "</texte></question>",
    ],
    ids=lambda written: written[:40],
)
def test_what_is_not_well_formed_is_refused(written: str) -> None:
    with pytest.raises(MalformedError):
        fields(written, MARKUP)


def test_an_entity_is_never_expanded() -> None:
    for doctype in ("<!DOCTYPE question [<!ENTITY a 'b'>]>", "<!DOCTYPE q:question SYSTEM 'x'>"):
        assert codes(doctype + _single("&a;")) == ["xml-doctype"]
        assert codes("<questionsGvt>" + doctype + "</questionsGvt>") == ["xml-illisible"]


# -- Documents ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "<question>",
        "\ufeff<?xml version='1.0'?>\n<!-- a > b -->\n<?b?> <questionsEcrites ",
        "<an:questionsGvt>",
        "<!DOCTYPE questionsOralesSansDebat [",
    ],
)
def test_it_is_recognised_by_its_first_element(head: str) -> None:
    assert opendata_xml.sniff(head)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<",
        "<questions>",
        "<questionsX/>",
        "<html><question>",
        "x<question>",
        "<QUESTION>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>",
        "<!-- <question>",
        "<?" * 30_000,
        "<!--" * 15_000,
        "<?a?>" * 12_000,
        " " * 60_000 + "<a",
    ],
    ids=lambda head: head[:40],
)
def test_what_is_something_else_is_left_to_others(head: str) -> None:
    start = time.process_time()
    assert not opendata_xml.sniff(head)
    assert time.process_time() - start < 1


def test_an_encoding_is_reported_once_and_its_words_are_right() -> None:
    texts = ["Où ?", "L’œuvre à 5 €", "Plain"]
    raws = [_stated(n, text) for n, text in enumerate(texts, 1)]
    data = xml_layout.listed(raws).decode().replace("UTF-8", "ISO-8859-1").encode("cp1252")
    assert codes(data) == ["encodage-cp1252"]
    assert [one.versions[0].texte for one in questions(data)] == texts
    utf16 = xml_layout.listed(raws).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert codes(utf16) == []
    assert [one.versions[0].texte for one in questions(utf16)] == texts


def _stated(numero: int, text: str) -> dict[str, Any]:
    published = {"infoJO": {"dateJO": "2023-02-07"}, "texte": text}
    return record(numero, textesQuestion={"texteQuestion": published})


def test_each_lost_record_is_one_rejection_and_its_neighbours_are_read() -> None:
    good = xml_layout.listed([record(n) for n in range(1, 6)])
    data = good.replace(b"<uid>QANR5L16QE2</uid>", b"<uid>QANR5L16QE2").replace(
        b"<uid>QANR5L16QE4</uid>", b"<uid>\x00&nothing;</uid>"
    )
    assert [one.numero for one in questions(data)] == [1, 3, 5]
    rejected = [problem for problem in problems(data) if problem.rejected]
    assert [(p.code, p.origin.path) for p in rejected] == [
        ("xml-illisible", "question[1]"),
        ("xml-illisible", "question[3]"),
    ]


@given(st.text(), st.booleans())
@settings(deadline=None, max_examples=200)
def test_any_text_is_the_same_in_json_and_in_xml(text: str, cdata: bool) -> None:
    raw = _stated(1, "".join(sign for sign in text if sign in "\t\n\r" or sign >= " "))
    (expected,) = results(msgspec.json.encode({"question": raw}))[-1:]
    (found,) = results(xml_layout.single(raw, cdata=cdata).decode("utf-8", "ignore"))[-1:]
    assert isinstance(expected, Found)
    assert isinstance(found, Found)
    assert found.question == expected.question


SIGNS = "<question>|<question |</question>|<question/>|<|<a>|<!--|<![CDATA[|<?|&amp;|a|<a b='1'/>"


@pytest.mark.parametrize("sign", SIGNS.split("|"))
@pytest.mark.parametrize("opening", ["<questionsEcrites>", "<question>", "<question><texte>"])
def test_a_megabyte_of_one_sign_is_read_at_once(sign: str, opening: str) -> None:
    start = time.process_time()
    assert codes(opening + sign * (2**20 // len(sign)))
    assert time.process_time() - start < 10
