"""What a name, an address or the page itself says about which question this is."""

import pytest

from questions_rdf.problems import Origin
from questions_rdf.readers import Found, _adresse
from questions_rdf.readers._adresse import Identite
from questions_rdf.records import Nature
from reading import codes, results

PAGE = """Un titre

Question de : Mme Camille Exemple
Jura (1re circonscription) - Groupe inventé

Question publiée au JO le : 7 janvier 2014, page 18

Texte de la question

@@
"""
OWN = "https://questions.assemblee-nationale.fr/q14/14-47351QE.htm"
OTHER = "https://www.assemblee-nationale.fr/dyn/14/questions/QANR5L14QE1"


@pytest.mark.parametrize(
    "name",
    [
        "QANR5L14QE47351",
        "QANR5L14QE47351.md",
        "14-47351QE.txt",
        "14-47351qe.htm.md",
        "q14/14-47351QE.htm",
        "a\\b\\14-47351QE.htm",
        "questions.assemblee-nationale.fr_q14_14-47351QE.htm",
        "14-47351QE (2).txt",
    ],
)
def test_a_name_says_which_question_it_is(name: str) -> None:
    expected = Identite(14, Nature.QUESTION_ECRITE, 47351)
    assert _adresse.of_name(Origin(name)) == expected
    assert _adresse.of_name(Origin("archive.zip", member=f"x/{name}")) == expected


@pytest.mark.parametrize(
    "name",
    [
        "source.txt",
        "2014-01-07.txt",
        "2014-01-07-14-47351QE.txt",
        "14-47351QEX.txt",
        "14-47351.txt",
        "14-1QE_14-2QE.txt",
        "14-47351QE/page.txt",
        "",
    ],
)
def test_a_name_that_is_no_identifier_says_nothing(name: str) -> None:
    assert _adresse.of_name(Origin(name)) is None


def test_the_member_of_an_archive_is_what_is_named() -> None:
    assert _adresse.of_name(Origin("14-47351QE.zip", member="page.txt")) is None


def _uid(text: str, name: str = "source") -> str | None:
    found = [one.question.uid for one in results(text, name) if isinstance(one, Found)]
    return found[0] if found else None


@pytest.mark.parametrize(
    "page",
    [
        f"{OWN}\n\n{PAGE}",
        f"Source : {OWN}\n\n{PAGE}",
        f"URL Source: <{OWN}>\n\n{PAGE}",
        f"{PAGE}\nAdresse : {OWN}\n",
        f"**Source :** [{OWN}]({OWN})\n\n{PAGE}",
        PAGE.replace("Un titre", f"[Un titre]({OWN})"),
        PAGE.replace("Un titre", "# [Un titre](/dyn/14/questions/QANR5L14QE47351)"),
        f"{OWN}\n\n{PAGE.replace('@@', f'Voir {OTHER}.')}",
    ],
)
def test_the_address_of_the_page_says_which_question_it_is(page: str) -> None:
    assert _uid(page) == "QANR5L14QE47351"


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE.replace("@@", f"Voir {OTHER}."),
        PAGE.replace("@@", f"Voir\n\n{OTHER}"),
        PAGE.replace("@@", f"Voir [la question]({OTHER})."),
        f"[a]({OWN}) et [b]({OTHER})\n\n{PAGE}",
    ],
)
def test_an_address_in_a_text_or_one_of_several_says_nothing(page: str) -> None:
    assert codes(page) == ["identite-incomplete"]


def test_the_own_address_is_no_part_of_the_text() -> None:
    (found,) = results(f"{PAGE.replace('@@', 'Pourquoi ?')}\nSource : {OWN}\n")
    assert isinstance(found, Found)
    assert found.question.versions[0].texte == "Pourquoi ?"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (PAGE.replace("Un titre", "Question écrite n° 12"), "14-13QE.txt"),
        (PAGE.replace("Un titre", "13e législature"), "14-13QE.txt"),
        (PAGE.replace("Un titre", "Question orale n° 13"), "14-13QE.txt"),
        (f"Source : {OWN}\n\n{PAGE}", "14-13QE.txt"),
    ],
)
def test_a_name_that_the_page_contradicts_is_an_error(page: str, name: str) -> None:
    (problem,) = results(page, name)
    assert not isinstance(problem, Found)
    assert problem.code == "identite-contradictoire"


def test_what_the_page_states_outweighs_a_link() -> None:
    page = f"[Suivante]({OTHER})\n\n14e législature\n\nQuestion écrite n° 12\n\n{PAGE}"
    assert _uid(page) == "QANR5L14QE12"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("14e législature\n\nQuestion écrite", "numero-absent"),
        ("Question écrite n° 12", "legislature-absente"),
        ("14e législature\n\nQuestion n° 12", "nature-absente"),
        ("14e législature", "identite-incomplete"),
        ("", "identite-incomplete"),
    ],
)
def test_a_page_says_what_is_missing(header: str, code: str) -> None:
    assert codes(f"{header}\n\n{PAGE}") == [code]


@pytest.mark.parametrize(
    "printed", ["XIVe législature", "XIVème législature", "14 e législature", "Législature : 14"]
)
def test_a_legislature_is_read_in_any_writing(printed: str) -> None:
    assert _uid(f"{printed}\n\nQuestion écrite n° 12\n\n{PAGE}") == "QANR5L14QE12"
