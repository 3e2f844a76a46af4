"""What was read before changes nothing: each document gives what it gives alone."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from built import SHARED
from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import Found, _raw_object, read
from reading import FIXTURES, codes, question, record, results, single

OFFICIAL = sorted((SHARED / "data" / "opendata").glob("Questions_*.json.zip"))
CASES = [case for name in ("opendata_*", "site_xml") for case in sorted(FIXTURES.glob(f"{name}/*"))]
MINISTRY = {"organeRef": "PO1", "abrege": "Mer", "developpe": "Ministère de la mer"}


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    _raw_object.KNOWN.clear()


def _of_cases() -> Iterator[tuple[str, bytes]]:
    for case in CASES:
        for source in sorted(case.glob("source*")):
            yield str(source), source.read_bytes()


def _of_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        yield from ((name, archive.read(name)) for name in archive.namelist())


def _read(name: str, data: bytes) -> tuple[list[Found | Problem], str]:
    document = Document(Origin("source", name), io.BytesIO(data))
    return list(read(document)), document.sha256


def _compare(documents: list[tuple[str, bytes]]) -> None:
    alone = {}
    for name, data in documents:
        _raw_object.KNOWN.clear()
        alone[name] = _read(name, data)
    for name, data in (*documents, *reversed(documents)):
        assert _read(name, data) == alone[name], name


def test_every_case_is_read_as_if_it_were_the_only_one() -> None:
    _compare(list(_of_cases()))


@pytest.mark.skipif(
    not OFFICIAL, reason="the official records are not beside the project (../shared/data)"
)
def test_every_official_record_is_read_as_if_it_were_the_only_one() -> None:
    documents = [document for path in OFFICIAL for document in _of_archive(path)]
    assert len(documents) > 1_600
    _compare(documents)


def test_what_is_known_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_raw_object, "MOST_KNOWN", 3)
    expected = [_read(name, data) for name, data in _of_cases()]
    assert 0 < len(_raw_object.KNOWN) <= 3
    assert [_read(name, data) for name, data in reversed(list(_of_cases()))] == expected[::-1]


def test_what_is_long_or_deep_is_not_kept() -> None:
    long = question(single(minInt={**MINISTRY, "developpe": "Mer " * 1000})).ministere_interroge
    assert long is not None
    assert long.developpe == ("Mer " * 1000).strip()
    deep = '{"a":' * 900 + "null" + "}" * 900
    assert not codes(single().replace(b'"type":', f'"minInt":{deep},"type":'.encode()))
    contents = [key[0] for key in _raw_object.KNOWN]
    assert all(isinstance(content, bytes) and len(content) < 200 for content in contents)


def test_a_part_with_a_problem_is_reported_each_time() -> None:
    broken = single(minInt={**MINISTRY, "organeRef": "X1"})
    assert codes(broken) == codes(broken) == ["identifiant-illisible"]
    unknown = single(minInt={**MINISTRY, "couleur": "bleu"})
    assert codes(unknown) == codes(unknown) == ["champ-inconnu"]


def test_a_part_is_known_for_its_legislature_and_its_field_only() -> None:
    fields = {"minInt": MINISTRY, "auteur": {"groupe": MINISTRY}}
    older = {
        **record(1, **fields),
        "identifiant": {"numero": "1", "legislature": "15"},
        "uid": None,
    }
    for legislature, raw in ((16, record(1, **fields)), (15, older)):
        (found,) = results(msgspec.json.encode({"question": raw}))
        assert isinstance(found, Found)
        for part in (found.question.ministere_interroge, found.question.groupe):
            assert part is not None
            assert (part.legislature, part.developpe) == (legislature, "Ministère de la mer")
        assert not found.question.attribution


def test_one_and_the_string_one_are_two_contents() -> None:
    def pages(page: object) -> int | None:
        stated = {"infoJO": {"dateJO": "2023-02-07", "pageJO": page}, "texte": "Pourquoi ?"}
        return question(single(textesQuestion={"texteQuestion": stated})).info_jo.page

    assert (pages(1), pages("1"), pages(1)) == (1, 1, 1)
    assert codes(single(minInt={**MINISTRY, "abrege": True})) == ["forme-inattendue"]
    assert codes(single(minInt={**MINISTRY, "abrege": 1})) == []
    assert codes(single(minInt={**MINISTRY, "abrege": True})) == ["forme-inattendue"]
