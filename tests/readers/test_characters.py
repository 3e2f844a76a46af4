"""Bytes to text: strictly UTF-8, else Windows-1252 and said so; nothing illegal, nothing repaired."""

import json
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.documents import HEAD_BYTES
from questions_rdf.readers import _characters
from reading import codes, page, question, record, results, single

XML_CHAR = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def test_the_illegal_characters_are_those_outside_the_char_production_of_xml() -> None:
    for number in range(sys.maxunicode + 1):
        legal = XML_CHAR.fullmatch(chr(number)) is not None
        assert (_characters.ILLEGAL.fullmatch(chr(number)) is None) == legal, hex(number)


@given(st.text())
def test_utf8_comes_back_unchanged(text: str) -> None:
    read, was_cp1252 = _characters.decode(b"x" + text.encode())
    assert (read, was_cp1252) == ("x" + text, False)


@given(st.binary())
def test_any_bytes_are_text(data: bytes) -> None:
    text, was_cp1252 = _characters.decode(data)
    assert isinstance(text, str)
    if was_cp1252:
        assert len(text) == len(data)


def test_windows_1252_is_not_taken_for_its_neighbours() -> None:
    assert _characters.decode("l’été, 3 €… œuvre".encode("cp1252")) == ("l’été, 3 €… œuvre", True)
    assert _characters.decode(b"\x81\x8d\x8f\x90\x9d")[0] == "\x81\x8d\x8f\x90\x9d"


def _asking(written: str) -> bytes:
    """A record whose text has these signs of JSON in it."""
    return single().replace(b"Pourquoi ?", b"Pour" + written.encode() + b"quoi ?")


@pytest.mark.parametrize("number", [0, 7, 0xB, 0x1F, 0xD800, 0xDBFF, 0xDC00, 0xFFFE, 0xFFFF])
@pytest.mark.parametrize("spelling", ["\\u{:04x}", "\\u{:04X}"])
def test_an_illegal_character_is_found_behind_any_escape(number: int, spelling: str) -> None:
    data = _asking(spelling.format(number))
    assert codes(data) == ["caractere-illegal"]
    assert question(data).versions[0].texte == "Pourquoi ?"


@pytest.mark.parametrize("written", ["\\b", "\\f", "\ufffe", "\uffff", '\\"\\b', "\\\\\\f"])
def test_an_illegal_character_is_found_as_itself_and_behind_a_short_escape(written: str) -> None:
    assert codes(_asking(written)) == ["caractere-illegal"]


@pytest.mark.parametrize(
    "written", ["\\n", "\\t", "\\r", "\\/", '\\"', "\\\\", "\ufffd", "\ufb01", "\\u00e9"]
)
def test_a_legal_character_gives_no_problem_however_it_is_written(written: str) -> None:
    assert codes(_asking(written)) == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_says_the_same_in_ascii_and_in_utf8(text: str) -> None:
    asked = {"question": record(minInt={"developpe": text, "organeRef": "PO1"})}
    ascii_only, utf_8, utf_16 = (
        json.dumps(asked).encode(),
        json.dumps(asked, ensure_ascii=False).encode(),
        json.dumps(asked, ensure_ascii=False).encode("utf-16"),
    )
    assert results(ascii_only) == results(utf_8) == results(utf_16)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_character(encoding: str) -> None:
    text = page("Question publiée au JO le : 7 février 2023")
    assert question(text.encode(encoding)).versions[0].texte == "Pourquoi ?"


def test_mojibake_is_kept_as_it_is() -> None:
    text = single(indexationAN={"rubrique": "santÃ©"})
    assert question(text).rubrique == "santÃ©"


def test_a_page_in_windows_1252_is_read_and_said_so() -> None:
    text = page("Rubrique : santé", "Question publiée au JO le : 7 février 2023").encode("cp1252")
    assert codes(text) == ["encodage-cp1252"]
    assert question(text).rubrique == "santé"


@pytest.mark.parametrize("shift", range(4))
def test_a_page_is_recognised_where_its_beginning_ends_inside_a_character(shift: int) -> None:
    """The first bytes are looked at alone; they were once taken for Windows-1252 if cut there."""
    top = "x" * shift + "é€" * HEAD_BYTES
    data = (
        "16ème législature\n\nQuestion N° 12\tde Mme Camille Exemple ( Groupe - Jura )\tQuestion écrite\n"
        f"Question publiée au JO le : 07/02/2023\n\nTexte de la question\n\n{top}"
    ).encode()
    found = question(data)
    assert found.departement == "39"
    assert found.versions[0].texte == top


@given(st.text(st.characters(categories=("Cs", "Cc", "Cn", "Ll")), max_size=30))
def test_illegal_characters_go_and_are_named(text: str) -> None:
    clean, named = _characters.without_illegal(text)
    assert not _characters.ILLEGAL.search(clean)
    assert (clean == text) == (named == "")


@given(st.text(alphabet="&#;xX0123456789abcdefADlt", max_size=30))
def test_references_decode_to_legal_characters(text: str) -> None:
    assert not _characters.ILLEGAL.search(_characters.unescaped(text))


def test_a_reference_of_many_digits_is_no_number() -> None:
    assert _characters.unescaped("a&#" + "1" * 10_000 + ";b") == "a\ufffdb"
    assert _characters.unescaped("&#x" + "f" * 10_000 + ";") == "\ufffd"
