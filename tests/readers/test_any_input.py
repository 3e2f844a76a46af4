"""Whatever comes in, reading ends, never raises, and says of every document what became of it."""

import datetime as dt
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import golden
import xml_layout
from questions_rdf.problems import Problem
from questions_rdf.readers import Found, page_dyn, page_entete, page_fiche
from questions_rdf.readers._characters import ILLEGAL
from questions_rdf.readers._protocol import Reader
from reading import document, listed, results

UID = re.compile(r"QANR5L([1-9]|[1-9]\d)(QE|QG|QOSD)[1-9]\d*")
BOUNDED = settings(deadline=5000, max_examples=80, suppress_health_check=list(HealthCheck))
FIXTURES = [path.read_bytes() for case in golden.cases() for path in golden.sources(case)]
FIELDS = st.sampled_from(
    "uid identifiant numero legislature type indexationAN rubrique teteAnalyse analyses analyse ANALYSE ANA auteur identite acteurRef "
    "mandatRef groupe organeRef abrege developpe minInt minAttribs minAttrib infoJO denomination typeJO dateJO pageJO numJO urlLegifrance "
    "referenceNOR textesQuestion texteQuestion texte erratum textesReponse texteReponse cloture codeCloture libelleCloture dateCloture "
    "signalement dateDepotSignal renouvellements renouvellement @xsi:nil #text question questionsEcrites".split()
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        [
            "16",
            "12",
            "QE",
            "QG",
            "QANR5L16QE12",
            "JO_QUESTION",
            "2023-02-07",
            "30/02/2023",
            "PA1",
            "PO1",
            "PM1",
            "FM",
            "true",
            "<table><tr><td>1",
            "&#0;",
            "0",
            "-1",
            "\u0000",
            "12. — 7 février 2023. — x",
        ]
    ),
)
JSON = st.recursive(
    SCALARS,
    lambda c: st.lists(c, max_size=3) | st.dictionaries(FIELDS, c, max_size=6),
    max_leaves=25,
)
RECORDS = st.dictionaries(FIELDS, JSON, max_size=10).map(
    lambda fields: (
        {"uid": "QANR5L16QE12", "identifiant": {"numero": "12", "legislature": "16"}, "type": "QE"}
        | fields
    )
)
WORDS = st.sampled_from(
    "Texte de la question|Texte de la réponse|Données clés|Auteur : Mme Camille Exemple|Auteur :|16ème législature|17e législature"
    "|Question écrite n° 12|Question N° : 12|Question au Gouvernement n° 3|Question publiée au JO le : 7 février 2023, page 3"
    "|Réponse publiée au JO le :|Date de clôture :|30 février 2023|Rubrique >|Ministère interrogé > Mer|de Mme Camille Exemple ( G - Marne )"
    "|FICHE QUESTION|Question N° : 12  de  M.   Exemple Alix ( G - Marne ) QE|Texte de la REPONSE : Reponse. - x|DEBAT : x|- **Rubrique :** eau"
    "|Erratum de la réponse publié au JO le : 7 mars 2023|(Erratum publié le 7 mars 2023)|Au lieu de : x, lire : y|Question posée en séance, et publiée le 1er mars 2023"
    "|Source : https://questions.assemblee-nationale.fr/q16/16-12QE.htm|/dyn/16/questions/QANR5L16QE13|Question de : Mme la présidente|QE|XVIe législature"
    "|Circonscription : Jura (1re circonscription) - G|Circonscription : Jura (0e circonscription)|**|[|](|# |> |\t| | |&#0;|<b>|\n|\n\n|: |page 0".split(
        "|"
    )
)
PAGES = st.lists(st.one_of(WORDS, st.text(max_size=5)), max_size=25).map("\n".join)

NAMES = st.one_of(
    st.sampled_from(["source", "QANR5L16QE12.md", "16-12QE.txt", "0-0QE", "99-999999999QOSD"]),
    st.text(max_size=12),
)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a record or a problem, however deep; identifiers and enumerations too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _texts(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    else:
        assert value is None or isinstance(value, (int, dt.date, Enum))


def _check(data: bytes) -> None:
    found = results(data)
    assert sum(isinstance(one, Found) or one.rejected for one in found) >= 1
    for one in found:
        assert not any(ILLEGAL.search(text) for text in _texts(one))
        if isinstance(one, Problem):
            msgspec.json.encode(one)
        else:
            assert UID.fullmatch(one.question.uid)
            assert one.question.numero < 10**9


@given(st.binary(max_size=400))
@BOUNDED
def test_any_bytes(data: bytes) -> None:
    _check(data)


@given(
    st.sampled_from(
        [
            b"{",
            b"[",
            b'{"question": ',
            b"PK",
            b"\xff\xfe",
            b"\xef\xbb\xbf{",
            b"<",
            b"<question>",
            b"<questionsGvt><question>",
            b"<QUESTION TYPE='QE'><LEGISLATURE>14</LEGISLATURE><DEPOT NUMERO='1'>",
            b"Texte de la question\n",
        ]
    ),
    st.binary(max_size=200),
)
@BOUNDED
def test_any_bytes_behind_a_promising_beginning(beginning: bytes, data: bytes) -> None:
    _check(beginning + data)


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value)


@given(JSON)
@BOUNDED
def test_any_json(value: object) -> None:
    _check(_encoded({"question": value}))
    _check(_encoded({"questionsEcrites": {"question": [value, value]}}))


@given(RECORDS)
@settings(BOUNDED, max_examples=200)
def test_any_record(fields: dict[str, Any]) -> None:
    _check(_encoded({"question": fields}))


@given(st.lists(RECORDS.map(_encoded), min_size=1, max_size=4), st.integers(0, 3000))
@BOUNDED
def test_any_list_cut_anywhere(records: list[bytes], cut: int) -> None:
    data = listed(records)
    _check(data)
    if cut < len(data):
        _check(data[:cut])


# What the converter can write as XML: names of elements, and characters that XML may hold.
XML_FIELDS = FIELDS.filter(lambda name: name not in ("#text", "@xsi:nil"))
XML_VALUES = st.recursive(
    st.one_of(st.none(), SCALARS.map(str).map(lambda text: ILLEGAL.sub("", text))),
    lambda c: st.lists(c, max_size=3) | st.dictionaries(XML_FIELDS, c, max_size=6),
    max_leaves=25,
)
XML_RECORDS = st.dictionaries(XML_FIELDS, XML_VALUES, max_size=10).map(
    lambda fields: {"uid": "QANR5L16QE12", "type": "QE"} | fields
)


@given(st.lists(XML_RECORDS, min_size=1, max_size=3), st.integers(0, 2000))
@BOUNDED
def test_any_xml_cut_anywhere(records: list[dict[str, Any]], cut: int) -> None:
    data = xml_layout.listed(records, cdata=True)
    _check(data)
    _check(data[:cut])
    _check(xml_layout.single(records[0]))


SITE_NAMES = st.sampled_from(
    "LEGISLATURE DEPOT DATE_JO PAGE_JO TYPE_JO NUMERO_JO TEXTE_DEPOT AUTEUR ID_ACTEUR CIVILITE NOM PRENOM GROUPE LIBELLE ID_GROUPE "
    "CIRCONSCRIPTION CODE_DEPARTEMENT DEPARTEMENT INDEXATION_AN TETE_ANALYSE ANALYSE ANA MINI MINA ORDRE ABREGE DEVELOPPE ID_MINA "
    "SIGNALEMENT DATE_DEPOT_SIGNAL RENOUVELLEMENT DATE_RENOUVELLEMENT CLOTURE RETRAIT REPONSE TEXTE_REPONSE DATE_JO_REPONSE "
    "ERRATUM_QUESTION ERRATUM_REPONSE TEXTE_ERRATUM @NUMERO @ID_MANDAT @SIGLE @RUBRIQUE @NUMERO_CIRCONSCRIPTION".split()
)
SITE_SCALARS = st.sampled_from(
    "1 14 2A 099 07/01/2014 30/02/2014 M. REP_PUB JO_QUESTION <p>".split()
)


def _attributes_as_texts(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: "1" if key.startswith("@") else value for key, value in fields.items()}


SITE_VALUES = st.recursive(
    st.none() | SITE_SCALARS,
    lambda c: (
        st.lists(c, max_size=3)
        | st.dictionaries(SITE_NAMES, c, max_size=5).map(_attributes_as_texts)
    ),
    max_leaves=25,
)


@given(st.dictionaries(SITE_NAMES, SITE_VALUES, max_size=9).map(_attributes_as_texts))
@settings(BOUNDED, max_examples=200)
def test_any_xml_of_the_site(fields: dict[str, Any]) -> None:
    depot = {"@NUMERO": "1", "DATE_JO": "07/01/2014"}
    stated = {"@TYPE": "QE", "LEGISLATURE": "14", "DEPOT": depot} | fields
    _check(xml_layout.element("QUESTION", stated).encode())


@given(PAGES)
@settings(BOUNDED, max_examples=200)
def test_any_page(text: str) -> None:
    _check(text.encode("utf-8", errors="surrogatepass"))


@pytest.mark.parametrize("reader", [page_dyn, page_entete, page_fiche], ids=lambda r: r.NAME)
@given(text=PAGES, name=NAMES)
@settings(BOUNDED, max_examples=150)
def test_any_page_in_any_layout(reader: Reader, text: str, name: str) -> None:
    """Each reader copes with what another one should have read."""
    data = text.encode("utf-8", errors="surrogatepass")
    found = list(reader.read(document(data, name)))
    assert sum(isinstance(one, Found) or one.rejected for one in found) == 1


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    """A fixture with some of its slices flipped, deleted, doubled or replaced."""
    data = draw(st.sampled_from(FIXTURES))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 60)))
        part = data[begin:end]
        other = draw(st.sampled_from(FIXTURES))
        start = draw(st.integers(0, len(other)))
        replacement = draw(
            st.sampled_from(
                [
                    b"",
                    part * 2,
                    part[::-1],
                    bytes(b ^ 0x20 for b in part),
                    other[start : start + 80],
                    b'"',
                    b"\x00",
                    b"\xff",
                ]
            )
        )
        data = data[:begin] + replacement + data[end:]
    return data


@given(_mutated())
@settings(BOUNDED, max_examples=300)
def test_any_mutation_of_a_fixture(data: bytes) -> None:
    _check(data)


@pytest.mark.parametrize("case", golden.cases(), ids=golden.name_of)
def test_a_fixture_cut_at_any_place(case: Path) -> None:
    for source in golden.sources(case):
        data = source.read_bytes()
        for cut in range(0, len(data), max(1, len(data) // 15)):
            _check(data[:cut])
