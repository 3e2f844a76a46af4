"""Question pages as HTML: whatever the mark-up, the question is that of the text and of the JSON."""

import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reading
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import Found, _html_page, _html_source
from questions_rdf.readers._page import Page
from questions_rdf.records import Question

TEXTE = "Mme Camille Exemple interroge M. le ministre sur les phares. Elle lui demande une date."
REPONSE = "Voici :<table><tr><td>2024</td><td>7&nbsp;000&nbsp;€</td></tr></table>La suite :<ul><li>un</li><li>deux</li></ul>"
CLES = """<div><h2>Données clés</h2>
<p>Auteur : <a href="https://www.assemblee-nationale.fr/dyn/deputes/PA900043">Mme Camille Exemple</a></p>
<p>Circonscription : <span>Jura (1<sup>re</sup> circonscription) - Groupe inventé</span></p>
<p>Rubrique : <span>mer et littoral</span></p><p>Ministère interrogé : <span>Mer</span></p>
<p id="blocMinistereAttributaire">Ministère attributaire : <span>Mer</span></p>
<p><span>Question publiée au JO le : <a href="#">3 décembre 2024</a>, page 6403</span></p>
<p><span>Réponse publiée au JO le : <a href="#">22 avril 2025</a>, page 2923</span></p></div>"""
TEXTES = f"""<div><h2>Texte de la question</h2><p class="_pa-small">{TEXTE}</p></div>
<div><h2>Texte de la réponse</h2><p class="_pa-small">{REPONSE}</p></div>"""
ENTETE = "<h1>Phares</h1><p>Question écrite n° 12</p><p>17<sup>e</sup> Législature</p>"


def page(
    inside: str = ENTETE + TEXTES + CLES, head: str = "<title>Question</title>", around: str = ""
) -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{around}<main>{inside}</main></body></html>"
    )


# -- One question from three sources --------------------------------------------------------------

JSON_QUESTION = {
    "uid": "QANR5L17QE12",
    "identifiant": {"numero": "12", "legislature": "17"},
    "type": "QE",
    "indexationAN": {"rubrique": "mer et littoral"},
    "auteur": {
        "identite": {"acteurRef": "PA900043"},
        "groupe": {"developpe": "Groupe inventé"},
    },
    "minInt": {"abrege": "Mer"},
    "textesQuestion": {
        "texteQuestion": {
            "infoJO": {"typeJO": "JO_QUESTION", "dateJO": "2024-12-03", "pageJO": "6403"},
            "texte": TEXTE,
        }
    },
    "textesReponse": {
        "texteReponse": {
            "infoJO": {"typeJO": "JO_QUESTION", "dateJO": "2025-04-22", "pageJO": "2923"},
            "texte": REPONSE,
        }
    },
}
TEXT_PAGE = f"""17e Législature

Phares

Question écrite n° 12

Texte de la question

{TEXTE}

Texte de la réponse

Voici :

2024 | 7\u00a0000\u00a0€

La suite :

- un
- deux

Données clés

Auteur : [Mme Camille Exemple](/dyn/deputes/PA900043)

Circonscription : Jura (1re circonscription) - Groupe inventé

Rubrique : mer et littoral

Ministère interrogé : Mer

Ministère attributaire : Mer

Question publiée au JO le : 3 décembre 2024, page 6403

Réponse publiée au JO le : 22 avril 2025, page 2923
"""
# The record of the open data names people by identifiers, and has no title and no constituency.
NOT_IN_JSON = {"titre", "circonscription", "departement", "auteur"}
# A text has no cells and no items: only HTML and JSON say that something is a table or a list.
NOT_IN_TEXT = {"reponse"}


def _differing(one: Question, other: Question) -> set[str]:
    fields = one.__struct_fields__
    return {name for name in fields if getattr(one, name) != getattr(other, name)}


def test_the_same_question_as_json_but_for_what_json_does_not_state() -> None:
    from_json = reading.question(msgspec.json.encode({"question": JSON_QUESTION}))
    from_html = reading.question(page())
    assert _differing(from_html, from_json) == NOT_IN_JSON
    assert from_html.reponse[0].versions[0].texte_html is not None
    assert from_html.auteur is not None
    assert from_json.auteur is not None
    assert from_html.auteur.identifiant == from_json.auteur.identifiant


def test_the_same_question_as_text_but_for_tables_and_lists() -> None:
    assert _differing(reading.question(page()), reading.question(TEXT_PAGE)) == NOT_IN_TEXT
    plain = page(ENTETE + TEXTES.replace(REPONSE, "Bientôt.") + CLES)
    before, _, rest = TEXT_PAGE.partition("Voici :")
    text = f"{before}Bientôt.\n\nDonnées clés{rest.partition('Données clés')[2]}"
    assert _differing(reading.question(plain), reading.question(text)) == set()


# -- The same page, written in other ways ---------------------------------------------------------

GOOD = reading.question(page())
BREADCRUMB = '<a href="/dyn/17/questions/QANR5L17QE99">Question écrite n° 99</a>'
VARIANTS = {
    "minified": page().replace("\n", " ").replace("> <", "><"),
    "upper-case tags": page()
    .replace("<p", "<P")
    .replace("</p>", "</P>")
    .replace("<div", "<DIV")
    .replace("<h2", "<H2"),
    "carriage returns": page().replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + page(),
    "an XML declaration": '<?xml version="1.0" encoding="UTF-8"?>' + page(),
    "comments before and inside": "<!-- x -->"
    + page().replace("<h2>", "<!-- Texte de la question --><h2>"),
    "no-break spaces around colons": page().replace(" : ", "\u00a0:&nbsp;"),
    "a cookie banner": page(
        around='<div id="cookies"><p>Titre : cookies</p><p>Rubrique : x</p></div>'
    ),
    "a menu of legislatures": page(
        around="<ul>" + "".join(f'<li><a href="/{n}">{n}e législature</a></li>' for n in (15, 16))
    ),
    "a link to another question": page(around=f"<p>{BREADCRUMB}</p>"),
    "an unclosed menu": page(around="<nav><ul><li>Accueil"),
    "unclosed paragraphs": page().replace("</p>\n<p>", "\n<p>").replace("</h2>\n", "</h2>"),
    "scripts and styles with labels": page(
        around="<script>'Rubrique : x'</script><style>/* Auteur : y */</style>"
    ),
    "the key data first": page(ENTETE + CLES + TEXTES),
    "the key data twice": page(ENTETE + TEXTES + CLES + CLES),
    "a button in a text": page().replace("une date.", "une date.<button>Écouter</button>"),
    "buttons behind the texts": page().replace(
        "<div><h2>Données", '<ul><li><a href="x">Partager</a><li>Imprimer</ul><div><h2>Données'
    ),
    "key data in a table": page(
        ENTETE
        + TEXTES
        + CLES.replace("<p>Rubrique : <span>", "<table><tr><td>Rubrique :</td><td>").replace(
            "littoral</span></p>", "littoral</td></tr></table>"
        )
    ),
    "number and title in one heading": page(
        "<h1>Question écrite n° 12 : Phares</h1><p>17e Législature</p>" + TEXTES + CLES
    ),
    "a fragment": f'<main class="question_info">{ENTETE}{TEXTES}{CLES}</main>',
}


@pytest.mark.parametrize("html", VARIANTS.values(), ids=VARIANTS)
def test_the_way_in_which_a_page_is_written_does_not_matter(html: str) -> None:
    assert reading.results(html) == [Found(GOOD, reading.document(b"").origin)]


def test_a_label_inside_a_long_text_ends_nothing() -> None:
    quoted = f"{TEXTE} " * 6 + "<br>Rubrique : ainsi nommée.<br>Ministère interrogé : lequel ?"
    question = reading.question(page().replace(TEXTE, quoted))
    assert question.versions[0].texte.endswith("Ministère interrogé : lequel ?")
    assert question.ministere_interroge == GOOD.ministere_interroge


# -- What is said to nobody -----------------------------------------------------------------------

CLOSED = CLES.replace("</div>", "<p>Date de clôture : 11 juin 2025</p><p>Fin de mandat</p></div>")
ERRATUM = (
    "<p>Erratum de la réponse publié au JO le : 29 avril 2025, page 3000</p>"
    '<p class="_pa-small">Ils seront rallumés au plus tard le 1<sup>er</sup> mai 2025.</p>'
)


def test_a_claimed_line_does_not_silence_the_others() -> None:
    html = page(
        ENTETE + TEXTES + CLOSED.replace("<p>Rubrique", "<p>Une autre ligne</p><p>Rubrique")
    )
    assert [problem.message.fr for problem in reading.problems(html)] == [
        "Ligne non comprise : Une autre ligne."
    ]
    (question,) = reading.questions(html)
    assert [cloture.motif_cloture for cloture in question.cloture] == ["Fin de mandat"]


def test_the_text_of_an_erratum_is_not_unread() -> None:
    html = page(ENTETE + TEXTES.replace(f"{REPONSE}</p>", f"Bientôt.</p>{ERRATUM}") + CLES)
    assert reading.problems(html) == []
    (question,) = reading.questions(html)
    assert [version.texte for version in question.reponse[0].versions] == [
        "Bientôt.",
        "Ils seront rallumés au plus tard le 1er mai 2025.",
    ]


# -- Which way round a name is --------------------------------------------------------------------

BY_HAND = """<table><tr><td>{title}</td></tr><tr><td>{legislature}ème législature</td></tr>
<tr><td>Question N° : 12 de M. {name} ( Groupe inventé - Jura ) {nature}</td></tr>
<tr><td>Ministère interrogé : Mer</td></tr><tr><td>Rubrique : mer et littoral</td></tr>
<tr><td>Question publiée au JO le : 20/12/2007 page : 11663</td></tr>
<tr><td>Texte de la QUESTION : {texte}</td></tr></table>"""


@pytest.mark.parametrize(
    ("name", "title", "nature"),
    [
        ("Exemple Jean-Camille", "FICHE QUESTION", "QE"),
        ("Exemple Jean-Camille", "", "QE"),
        ("Exemple Jean-Camille", "FICHE QUESTION", "</td><td>Question écrite"),
        ("Jean-Camille Exemple", "", "</td><td>Question écrite"),
    ],
)
@pytest.mark.parametrize("legislature", [12, 13])
def test_the_layout_and_not_the_legislature_says_which_way_round_a_name_is(
    name: str, title: str, nature: str, legislature: int
) -> None:
    html = BY_HAND.format(
        name=name, title=title, nature=nature, legislature=legislature, texte=TEXTE
    )
    (question,) = reading.questions(page(html))
    assert question.auteur is not None
    assert question.auteur.nom == "Jean-Camille Exemple"


# -- Where a text ends ----------------------------------------------------------------------------

LIKE_LABELS = (
    "Voici la<br>question publiée le 12 mars 2019 et sa suite.",
    "Voici.<br><br>Réponse publiée au JO le 12 mars 2019.<br>Ils le seront.",
    "Voici.<br>Auteur : la direction des phares.<br>Le marché est signé.",
    "Voici.<br>Date de signalement : 3 mars 2012.<br>Le marché est signé.",
)


@pytest.mark.parametrize("words", LIKE_LABELS)
@pytest.mark.parametrize(
    "answer",
    [
        '<div><h2>Texte de la réponse</h2></div>\n<p class="_pa-small">%s</p>',
        '<div><h3>Texte de la réponse</h3><!-- x --><div class="reponse_contenu">%s</div></div>',
        '<h2> Texte de la REPONSE :</h2><br><div class="contenutexte">%s</div>',
        '<table><tr><td>Texte de la réponse</td></tr><tr><td><div class="contenutexte">%s</div></td></tr></table>',
    ],
)
def test_a_label_ends_no_text_whose_element_is_known(words: str, answer: str) -> None:
    question_text, _, _ = TEXTES.partition("\n")
    html = page(ENTETE + question_text + answer % words + CLES)
    assert reading.problems(html) == []
    (version,) = reading.question(html).reponse[0].versions
    assert version.texte == words.replace("<br>", "\n")
    without_answer = msgspec.structs.replace(reading.question(html), reponse=GOOD.reponse)
    assert without_answer == GOOD


def test_a_button_alone_below_a_heading_is_no_text() -> None:
    button = (
        '<h2>Texte de la réponse</h2><div class="reponse_contenu"><a href="/alerte/1">%s</a></div>'
    )
    question_text, _, _ = TEXTES.partition("\n")
    unanswered = CLES[: CLES.index("<p><span>Réponse")] + "</div>"
    html = page(ENTETE + question_text + button % "Être alerté(e) de la réponse" + unanswered)
    assert reading.question(html).reponse == ()
    assert reading.problems(html) == []


def test_a_text_that_is_not_closed_ends_at_the_next_heading() -> None:
    html = page(
        ENTETE
        + CLES
        + f'<h2>Texte de la question</h2><div class="contenutexte">{TEXTE}'
        + f'<h2>Texte de la réponse</h2><div class="contenutexte">{REPONSE}'
    )
    assert reading.question(html) == GOOD


# -- Who asks -------------------------------------------------------------------------------------

SECTIONS = """<header>14<sup>ème</sup> législature</header><section><div>Question N° 12</div>
<div>de <span>M. Dominique Exemple</span> (Groupe inventé - <span>Jura</span> )</div><div>Question écrite</div></section>
<div>Ministère interrogé &gt; Mer</div><div>Rubrique &gt; mer et littoral</div>
<div>Question publiée au JO le : <span>05/11/2013</span> page : <span>11500</span></div>
<section><h3>Texte de la question</h3>%s</section>"""


@pytest.mark.parametrize("stated", ["la direction des phares", "Mme Camille Autre"])
def test_a_paragraph_like_the_label_of_an_author_hides_no_author_in_the_header(stated: str) -> None:
    html = page(SECTIONS % f"<p>Un rapport existe.</p><p>Auteur : {stated}.</p>")
    question = reading.question(html)
    assert question.auteur is not None
    assert (question.auteur.nom, question.departement) == ("Dominique Exemple", "39")
    assert question.groupe is not None
    assert question.groupe.developpe == "Groupe inventé"
    assert question.titre is None
    (text,) = question.versions
    assert f"Auteur : {stated}." in text.texte or "auteur-illisible" in reading.codes(html)


# -- Which question it is -------------------------------------------------------------------------

UNNUMBERED = "<h1>Phares</h1>" + TEXTES + CLES
ADDRESS = "https://www.assemblee-nationale.fr/dyn/17/questions/QANR5L17QE12"


@pytest.mark.parametrize(
    "html",
    [
        page(UNNUMBERED, head=f'<link rel="canonical" href="{ADDRESS}">'),
        page(UNNUMBERED, head=f'<div></div><link rel="canonical" href="{ADDRESS}">'),
        page(UNNUMBERED, head=f'<meta property="og:url" content="{ADDRESS}">'),
        page(UNNUMBERED).replace("<html>", f"<!-- saved from url=(0066){ADDRESS} --><html>"),
        page(UNNUMBERED, head="<title>Question écrite n°12 - 17e législature</title>"),
        page(UNNUMBERED, around=f'<a href="{ADDRESS}">Question</a>'),
    ],
    ids=[
        "canonical",
        "canonical behind a stray tag",
        "og:url",
        "saved from",
        "title",
        "link to itself",
    ],
)
def test_the_address_says_what_the_words_do_not(html: str) -> None:
    assert reading.questions(html) == [GOOD]


@pytest.mark.parametrize("name", ["QANR5L17QE12.html", "17-12QE.htm", "17-12qe (1).html"])
def test_the_name_of_the_file_says_what_the_page_does_not(name: str) -> None:
    (found,) = reading.results(page(UNNUMBERED), name)
    assert isinstance(found, Found)
    assert found.question == GOOD


def test_a_page_in_a_file_named_after_another_question_is_refused() -> None:
    (refused,) = reading.results(page(), "QANR5L16QE999.html")
    assert isinstance(refused, Problem)
    assert refused.code == "identite-contradictoire"


def test_a_page_whose_address_contradicts_it_is_refused() -> None:
    head = f'<link rel="canonical" href="{ADDRESS}3">'
    assert reading.codes(page(head=head)) == ["identite-contradictoire"]


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (page("<h1>Accueil</h1><p>Les questions</p>"), "document-html"),
        (page("<p>Rubrique : x</p><form>Ministère interrogé : Mer</form>"), "document-html"),
        ("<html><head><title>Vide", "document-html"),
        ("<html><frameset><frame src='question.html'></frameset></html>", "document-html"),
        (page(TEXTES), "page-sans-metadonnees"),
        (page("<p>Question écrite n° 12</p>" + TEXTES), "legislature-absente"),
        (page(ENTETE + TEXTES), "date-publication-absente"),
    ],
)
def test_what_is_missing_is_said(html: str, code: str) -> None:
    (problem,) = reading.problems(html)
    assert (problem.code, problem.rejected) == (code, True)


# -- Labels ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "case", sorted((reading.FIXTURES / "page_html").iterdir()), ids=lambda case: case.name
)
def test_the_labels_carried_over_from_the_whole_page_are_those_of_what_is_left(case: Path) -> None:
    (source,) = case.glob("source.*")
    opened = _html_source.opened(reading.document(source.read_bytes(), source.name))
    page = _html_page.page_of(opened, source.name, Origin(source.name))
    if page is not None:
        assert page.matches == Page(page.text, page.origin, {}).matches


# -- Hostile --------------------------------------------------------------------------------------

MEGABYTES = 10_000_000
HOSTILE = {
    "signs": "<" * MEGABYTES,
    "cells": "<td>" * (MEGABYTES // 4),
    "bold": "<b>" * (MEGABYTES // 3),
    "comments": "<!--" * (MEGABYTES // 4),
    "references": "&amp;" * (MEGABYTES // 5),
    "deep": "<div>" * 200_000,
    "deep and closed": "<div>" * 200_000 + "x" + "</div>" * 200_000,
    "labels": "<p>Rubrique : x</p>" * (MEGABYTES // 20),
    "headings of texts": "<h2>Texte de la question</h2>" * 60_000,
    "texts": "".join(f"<h2>Texte de la question</h2>Texte {n}." for n in range(40_000)),
    "line breaks": "x<br>" * (MEGABYTES // 5),
    "buttons": "<p>Partager</p>" * 60_000,
    "links": "<a href=/dyn/deputes/PA1>M. X</a>" * 60_000,
    "lists in lists": "<ul><li>" * 1_900,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_long(name: str) -> None:
    begin = time.process_time()
    for html in (page(HOSTILE[name]), page(ENTETE + TEXTES + CLES + HOSTILE[name])):
        assert reading.results(html + "question")
    assert time.process_time() - begin < 15


PIECES = st.sampled_from(
    "<div>|</div>|<p>|</p>|<table>|<tr>|<td>|</td>|</table>|<b>|</b>|<br>|<h1>|<h2>|</h2>|<nav>|</nav>|<ul><li>|</ul>|<a href='/dyn/deputes/PA1'>|</a>"
    "|<a href='/q14/14-1QE.htm'>|<script>|</script>|<!--|-->|<div class='reponse_contenu'>|<p class='_pa-small'>|<button>|</button>|<svg>|<template>"
    "|<select>|<option>|Partager|Texte de la question|Texte de la réponse : |Ministère interrogé > Mer|Question publiée au JO le : 3 mars 2020|DEBAT :"
    "|Question écrite n° 12|17e législature|Auteur : Mme Camille Exemple|Rubrique : x|&nbsp;|&#1;|\u0301|x|\ufffc|\t|\n".split(
        "|"
    )
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=60).map("".join))
@settings(deadline=5000, max_examples=400)
def test_any_pieces_of_a_page_are_read_or_refused(inside: str) -> None:
    for html in (page(inside), page(ENTETE + inside + TEXTES + CLES)):
        found = reading.results(html.encode("utf-8", errors="surrogatepass"))
        assert any(isinstance(one, Found) or one.rejected for one in found)
        assert all(isinstance(one, (Found, Problem)) for one in found)
