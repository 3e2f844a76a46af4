"""Laws, decrees, ordinances, orders, articles: which words cite one, and where they lead."""

import time
from datetime import date

import pytest

from questions_rdf.citations import Text, citations
from questions_rdf.citations.passages import Who
from questions_rdf.facts import Citation, Genre, Remarque
from questions_rdf.records import Nature

WHO = Who(17, Nature.QUESTION_ECRITE, 13353)
DAY = date(2026, 3, 10)


def cited(text: str) -> tuple[Citation, ...]:
    return citations("q", WHO, [Text("q", text, DAY)])


def one(text: str) -> Citation:
    (citation,) = cited(text)
    return citation


@pytest.mark.parametrize(
    ("text", "eli"),
    [
        ("loi n° 2021-1539 du 30 novembre 2021", "loi/2021/11/30/2021-1539"),
        ("Loi n°2021-1539 du 30 novembre 2021", "loi/2021/11/30/2021-1539"),
        ("loi no 2021-1539 du 30\u00a0novembre\u00a02021", "loi/2021/11/30/2021-1539"),
        ("loi numéro 2014-344 du 17 mars 2014", "loi/2014/3/17/2014-344"),
        ("loi 2005-102 du 11 février 2005", "loi/2005/2/11/2005-102"),
        ("loi n° 2021\u20111539 du 30/11/2021", "loi/2021/11/30/2021-1539"),
        ("loi n° 84-53 du 26 janvier 1984", "loi/1984/1/26/84-53"),
        ("loi de finances n° 2025-127 du 14 février 2025", "loi/2025/2/14/2025-127"),
        ("loi « Climat et résilience » n° 2021-1104 du 22 août 2021", "loi/2021/8/22/2021-1104"),
        ("décret n° 2022-1314 du 13 octobre 2022", "decret/2022/10/13/2022-1314"),
        ("décret en Conseil d'État n° 2015-1 du 2 janvier 2015", "decret/2015/1/2/2015-1"),
        ("ordonnance n° 2016-413 du 7 avril 2016", "ordonnance/2016/4/7/2016-413"),
        ("arrêté du 26 avril 1999 (NOR : ECOC9900067A)", "arrete/1999/4/26/ECOC9900067A"),
        ("arrêté du 26 avril 1999 (NOR : ECOC9900067D)", None),  # the NOR of a decree
        ("arrêté n° 2021-12 du 3 mai 2021", None),
        ("loi n° 2021-1539", None),
        ("loi du 1er juillet 1901", None),
        ("loi n° 42-12 du 3 mars 1942", None),  # numbers begin in 1945
        ("loi organique n° 2001-692 du 1er août 2001", None),
        ("loi constitutionnelle n° 2008-724 du 23 juillet 2008", None),
        ("décret-loi n° 55-22 du 4 janvier 1955", None),
    ],
)
def test_a_text_is_linked_when_number_and_date_agree(text: str, eli: str | None) -> None:
    found = one(f"Selon la {text}, il faut agir.")
    address = f"https://www.legifrance.gouv.fr/eli/{eli}/jo/texte" if eli else None
    assert found.cite_loi == address
    assert found.remarque is None


@pytest.mark.parametrize(
    ("text", "eli"),
    [
        ("loi n° 1539-2021 du 30 novembre 2021", "loi/2021/11/30/2021-1539"),
        ("loi n° 634-83 du 13 juillet 1983", "loi/1983/7/13/83-634"),
        ("loi n° 1984-53 du 26 janvier 1984", "loi/1984/1/26/84-53"),
        ("loi n° 05-102 du 11 février 2005", "loi/2005/2/11/2005-102"),
    ],
)
def test_a_number_turned_round_is_set_right_with_a_finding(text: str, eli: str) -> None:
    found = one(text)
    assert found.texte == text
    assert found.cite_loi == f"https://www.legifrance.gouv.fr/eli/{eli}/jo/texte"
    assert found.remarque is Remarque.REDRESSE


@pytest.mark.parametrize(
    "text",
    [
        "loi n° 2021-1539 du 30 novembre 2020",
        "loi n° 84-53 du 26 janvier 1985",
        "loi n° 2021-0 du 30 novembre 2021",
        "loi n° 2021-1539 du 31 novembre 2021",
        "loi du 30 février 2021",
        "décret n° 2032-12 du 3 mai 2032",
    ],
)
def test_what_does_not_agree_or_cannot_be_is_kept_as_words_with_a_finding(text: str) -> None:
    found = one(text)
    assert (found.texte, found.cite_loi) == (text, None)
    assert found.remarque is Remarque.CONTRADICTOIRE


def test_a_text_of_a_day_to_come_that_has_no_number_is_kept_as_words() -> None:
    found = one("l'arrêté du 3 mai 2032")
    assert (found.cite_loi, found.remarque) == (None, None)


def test_several_texts_of_one_nature_are_several_citations() -> None:
    found = cited("les lois n° 82-213 du 2 mars 1982 et n° 83-8 du 7 janvier 1983")
    assert [c.texte for c in found] == [
        "lois n° 82-213 du 2 mars 1982",
        "n° 83-8 du 7 janvier 1983",
    ]
    assert all(c.cite_loi for c in found)


def test_the_name_of_one_text_does_not_reach_to_the_number_of_another() -> None:
    found = cited("La loi Duflot et le décret n° 2015-1 du 2 janvier 2015")
    assert [(c.genre, c.texte) for c in found] == [
        (Genre.DECRET, "décret n° 2015-1 du 2 janvier 2015")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "le projet de loi n° 1234 du 3 mars 2025",
        "la proposition de loi n° 2024-12 du 3 mars 2024",
        "l'emploi du 3 mars 2020",
        "la loi de 1905",
        "le décret du 13 octobre",
        "la loi du pays n° 2021-12 du 3 mai 2021",
        "l'ordonnance de la Cour internationale de justice en date du 22 février 2023",
        "l'arrêt du 3 mars 2020",
        "le rapport n° 2022-074 du 3 mars 2022",
        "la convention no 81 de l'OIT",
        "le secret du 3 mars 2020",
    ],
)
def test_what_looks_like_one_is_none(text: str) -> None:
    assert cited(text) == ()


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("article L. 1110-4 du code de la santé publique", Genre.ARTICLE_DE_CODE),
        ("articles L. 111-1 à L. 111-5 du code de l'éducation", Genre.ARTICLE_DE_CODE),
        ("article L.\u00a022-1 du code rural et de la pêche maritime", Genre.ARTICLE_DE_CODE),
        ("article 199 sexdecies du code général des impôts (CGI)", Genre.ARTICLE_DE_CODE),
        ("articles L. 236 et suivants du code de la route", Genre.ARTICLE_DE_CODE),
        ("article L. 332-9 du même code", Genre.ARTICLE_DE_CODE),
        ("article L. 273-10 du CGCT", Genre.ARTICLE_DE_CODE),
        ("article 49, alinéa 3, de la Constitution", Genre.CONSTITUTION),
        ("article 1er de la Constitution", Genre.CONSTITUTION),
        ("directive européenne (UE) n° 2016/2102", Genre.ACTE_EUROPEEN),
        ("directive 2014/35/UE", Genre.ACTE_EUROPEEN),
        ("règlement (UE) n° 1169/2011", Genre.ACTE_EUROPEEN),
    ],
)
def test_articles_and_european_acts_are_kept_as_words(text: str, genre: Genre) -> None:
    found = one(f"En vertu de l'{text}, il faut agir.")
    assert (found.texte, found.genre, found.cite_loi) == (text, genre, None)


@pytest.mark.parametrize("text", ["l'article 49, alinéa 3", "article 8 de la loi", "règlement 3/4"])
def test_an_article_without_its_code_is_none(text: str) -> None:
    assert [c for c in cited(text) if c.genre is not Genre.ACTE_EUROPEEN] == []


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "n° ",
        "question n° 1 et ",
        "question écrite n° 1 du 3 mars 2020 et n° 1 du 3 mars 2020 et ",
        "question   n°   1   ,   ",
        "loi ",
        "loi de a b c d e f g h i j ",
        "loi n° 2021-1 ",
        "lois du 3 mars 2020 et du 3 mars 2020 et ",
        "article L. 1-1-1-1-1 et ",
        "articles 1, 2, ",
        "règlement (UE) /",
        "QANR5L16QE1 ",
        " ",
    ],
)
def test_no_text_takes_longer_than_its_length_asks(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begun = time.process_time()
    citations("q", WHO, [Text("q", text, DAY)])
    assert time.process_time() - begun < 5  # half a second; quadratic would be minutes
