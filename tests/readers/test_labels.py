"""Labels and decoration: what counts is what is said, not where and not how it is adorned."""

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions_rdf.readers import _decoration, _labels, page_entete
from questions_rdf.readers._labels import Label
from questions_rdf.records import InfoJO, Question
from reading import codes, page, problems, question, questions

LINES = (
    "Auteur : Mme Camille Exemple",
    "Circonscription : Français établis hors de France (4e circonscription) - Écologiste - NUPES",
    "Type de question : Question écrite",
    "Numéro de la question : 12",
    "Rubrique : eau",
    "Ministère interrogé : Mer",
    "Ministère attributaire : Eau",
    "Question publiée au JO le : 7 février 2023, page 12",
    "Réponse publiée au JO le : 4 avril 2023, page 13",
    "Date de signalement : 14 mars 2023",
    "Date de renouvellement : 21 mars 2023",
    "Date de changement d'attribution : 28 février 2023",
    "Question clôturée le : 11 avril 2023",
    "Cause : Fin de mandat",
)
SPACES = [" ", "\u00a0", "\u202f", "  ", ""]


def _record(lines: tuple[str, ...] | list[str], between: str = "\n\n") -> Question:
    return question(
        page(between.join(lines), texte="Pourquoi ?\n\nTexte de la réponse\n\nParce que.")
    )


EXPECTED = _record(LINES)


def test_the_lines_together_say_everything() -> None:
    stated = [
        getattr(EXPECTED, field)
        for field in (
            "auteur",
            "groupe",
            "circonscription",
            "departement",
            "ministere_interroge",
            "signalement",
            "renouvellement",
            "attribution",
            "cloture",
            "reponse",
            "rubrique",
        )
    ]
    assert all(stated)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_the_lines_does_not_count(seed: int, between: str) -> None:
    lines = list(LINES)
    random.Random(seed).shuffle(lines)  # noqa: S311
    assert _record(lines, between) == EXPECTED


@pytest.mark.parametrize(
    "decorated",
    [
        lambda label, value: f"**{label} :** {value}",
        lambda label, value: f"**{label}** : {value}",
        lambda label, value: f"__{label} :__ *{value}*",
        lambda label, value: f"***{label} :*** {value}",
        lambda label, value: f"| {label} : | {value} |",
        lambda label, value: f"| **{label} :** | **{value}** |",
        lambda label, value: f"<b>{label}</b> : <span class='x'>{value}</span>",
        lambda label, value: f"{label}\u00a0: {value}",
        lambda label, value: f"{label}\u202f:\u00a0{value}",
        lambda label, value: f"{label} &gt; {value}",
        lambda label, value: f"{label} >{value}",
        lambda label, value: f"{label} :\n{value}",
        lambda label, value: f"{label.upper()} : {value}",
        lambda label, value: f"{label} : [{value}](https://example.org/x)",
        lambda label, value: f"{label.replace(chr(39), '’')} : {value}",
        lambda label, value: f"> {label} : {value}",
        lambda label, value: f"{label}:\t{value}",
        lambda label, value: f"- **{label} :** {value}",
        lambda label, value: f"* {label} : {value}",
        lambda label, value: f"  • {label} : {value}",
        lambda label, value: f"> - **{label}** : {value}",
        lambda label, value: f"|\n| {label} : |\n| {value} |",
        lambda label, value: f"{label}&nbsp;: {value.replace(' ', '&nbsp;')}",
        lambda label, value: f"{label} :\n\n{value}",
    ],
)
def test_the_decoration_of_the_lines_does_not_count(decorated: Callable[[str, str], str]) -> None:
    lines = [decorated(*line.split(" : ", 1)) for line in LINES]
    assert _record(lines) == EXPECTED


@pytest.mark.parametrize("ordinal", ["4e", "4^e", "4^{e}", "4<sup>e</sup>", "4ème", "4 e", "4"])
def test_the_ordinal_of_a_constituency_is_read_in_any_writing(ordinal: str) -> None:
    lines = [line.replace("(4e", f"({ordinal}") for line in LINES]
    assert _record(lines) == EXPECTED


@pytest.mark.parametrize(
    ("stated", "groupe", "departement"),
    [
        ("Renaissance - Marne", "Renaissance", "51"),
        ("Écologiste - NUPES - Seine-Saint-Denis", "Écologiste - NUPES", "93"),
        (
            "La France insoumise - Nouveau Front Populaire - Val-d'Oise",
            "La France insoumise - Nouveau Front Populaire",
            "95",
        ),
        ("Union-Centre - Loir-et-Cher", "Union-Centre", "41"),
        ("Groupe (apparenté) - Corse-du-Sud", "Groupe (apparenté)", "2A"),
        ("Groupe – La Réunion", "Groupe", "974"),
        ("Groupe - Saint-Barthélemy et Saint-Martin", "Groupe", "977"),
        ("Groupe - Français établis hors de France", "Groupe", "099"),
        ("Groupe seul", "Groupe seul", None),
        ("Marne", None, "51"),
    ],
)
def test_the_departement_is_the_longest_end_that_names_one(
    stated: str, groupe: str | None, departement: str | None
) -> None:
    text = f"16ème législature\nQuestion N° 12\tde M. Alix Exemple ( {stated} )\tQuestion écrite\nQuestion publiée au JO le : 07/02/2023\n\nTexte de la question\n\nPourquoi ?"
    assert page_entete.sniff(text)
    found = question(text)
    assert (found.groupe.developpe if found.groupe else None, found.departement) == (
        groupe,
        departement,
    )
    assert codes(text) == []


def test_the_author_is_not_looked_for_in_the_texts() -> None:
    text = "16ème législature\nQuestion N° 12\tQuestion écrite\nMinistère interrogé > Mer\nQuestion publiée au JO le : 07/02/2023\n\nTexte de la question\n\nRéponse de M. Alix Exemple (Groupe - Marne)."
    assert question(text).auteur is None


def test_words_of_a_text_that_look_like_a_label_are_text() -> None:
    said = "Le titre : un mot. Date de signalement : jamais. Rubrique : rien.\n\nCause : inconnue."
    found = question(page("Question publiée au JO le : 7 février 2023", texte=said))
    assert found.versions[0].texte == said
    assert (found.titre, found.rubrique, found.signalement) == ("Un titre", None, ())


def test_an_unknown_label_is_reported_with_its_line() -> None:
    text = page("Question publiée au JO le : 7 février 2023", "Température : 12")
    text = text.replace("Température :", "Température du jour :")
    (problem,) = problems(text)
    assert (problem.code, text.split("\n")[(problem.origin.line or 0) - 1]) == (
        "etiquette-inconnue",
        "Température du jour : 12",
    )


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("une phrase\n\ncoupée par la page.", "une phrase coupée par la page."),
        ("une phrase\fcoupée.", "une phrase coupée."),
        ("une phrase.\n\nune autre", "une phrase.\n\nune autre"),
        ("une phrase\n\nUne autre", "une phrase\n\nUne autre"),
        ("des mots\nsur des\nlignes", "des mots sur des lignes"),
        ("\\*note\\* et \\_x\\_", "*note* et _x_"),
        ("5 * 3 * 2 et a_b_c", "5 * 3 * 2 et a_b_c"),
        ("un *statu quo* et **fort**", "un statu quo et fort"),
        ("*deux\nlignes* et [un\nlien](x)", "deux lignes et un lien"),
        ("une * seule.\n\nEt une *autre", "une * seule.\n\nEt une *autre"),
        ("R&amp;D, &amp;lt; et &#42;x&#42;", "R&D, &lt; et *x*"),
        ("le 2^e et le 1<sup>er</sup>", "le 2e et le 1er"),
        ("en C# ou en F#", "en C# ou en F#"),
        ("- un ;\n- deux\n  et trois", "- un ;\n- deux et trois"),
        ("* un ;\n* deux", "- un ;\n- deux"),
        ("Voici :\n1. un\n2. deux", "Voici :\n1. un\n2. deux"),
        ("un mot\n- en incise - et la suite", "un mot - en incise - et la suite"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("| a | b |\n|---|---|\n| 1 | |\n| | 2 |\n| 3 | 4 |", "a | b\n1 |\n| 2\n3 | 4"),
        ("| a | b |\n|---|---|\n| 1 | |\n\nsans fin", "a | b\n1 |\n\nsans fin"),
        ("| | a | b |\n|---|---|---|\n| 1 | | 2 |", "| a | b\n1 |  | 2"),
        ("| Une seule\ncellule. |", "Une seule cellule."),
        ("les Bouches-du-\nRhône", "les Bouches-du-Rhône"),
        ("sans fin\n\na) un point", "sans fin\n\na) un point"),
        ("Un.\n\n---\n\nDeux.", "Un.\n\nDeux."),
        ("> Une citation\n> de deux lignes.", "Une citation de deux lignes."),
        ("1<sup>re</sup>, 1^re, 1^{re}", "1re, 1re, 1re"),
        ("Voir <https://example.org/a_b_c>.", "Voir https://example.org/a_b_c."),
        ("12\u00a0000\u202f€", "12\u00a0000\u202f€"),
    ],
)
def test_a_text_is_said_as_it_was(broken: str, mended: str) -> None:
    found = question(page("Question publiée au JO le : 7 février 2023", texte=broken))
    assert found.versions[0].texte == mended


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("# Titre", "Titre"),
        ("## Titre ##", "Titre"),
        ("# Le C#", "Le C#"),
        ("#hors", "#hors"),
        ("# #", ""),
    ],
)
def test_a_heading_loses_its_signs(heading: str, words: str) -> None:
    assert _decoration.undecorated(heading) == words


@given(st.text(max_size=60))
def test_folding_keeps_every_position(text: str) -> None:
    assert len(_labels.folded(text)) == len(text)


def test_the_signs_of_most_pages_fold_quickly_to_the_same() -> None:
    signs = _labels._PAGE  # noqa: SLF001
    assert len(set(signs)) == 256
    for sign in signs:
        assert _labels.folded(sign) == _labels._folded_by_sign(sign)  # noqa: SLF001


@given(st.text("aeé*_[]()<>#|:&;\\ \n\tb12^{}", max_size=80))
@settings(deadline=None)
def test_decoration_comes_off_any_text(text: str) -> None:
    plain = _decoration.undecorated(text)
    for match in _labels.found_in(_labels.folded(plain)):
        assert 0 <= match.start < match.value <= len(plain)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("ministère répondant", Label.MINISTERE_ATTRIBUTAIRE),
        ("Tête d’analyse", Label.TETE_ANALYSE),
        ("DATE DE CLÔTURE", Label.DATE_CLOTURE),
        ("Date\u00a0de   séance", None),
        ("Question renouvelée le", Label.RENOUVELLEMENT),
        ("Date de signalisat°", Label.SIGNALEMENT),
        ("Question posée en séance, et publiée le", Label.PUBLICATION),
        ("  - Rubrique", Label.RUBRIQUE),
        ("aucune tête d'analyse", None),
    ],
)
def test_a_label_is_known_in_any_spelling(words: str, label: Label | None) -> None:
    found = [match.label for match in _labels.found_in(_labels.folded(f"{words} : x"))]
    assert found == ([label] if label else [])


def test_a_date_of_closure_has_no_words_of_its_own() -> None:
    base = "Question publiée au JO le : 7 février 2023"
    (cloture,) = question(page(base, "Date de clôture :\n11 juin 2024\nFin de mandat")).cloture
    assert (cloture.mention, cloture.motif_cloture) == (None, "Fin de mandat")
    (cloture,) = question(
        page(base, "Question clôturée le 11 juin 2024", "Cause : Fin de mandat")
    ).cloture
    assert (cloture.mention, cloture.motif_cloture) == ("Question clôturée", "Fin de mandat")


def test_the_page_number_may_stand_in_a_cell_of_its_own() -> None:
    found = question(page("| Question publiée au JO le : | 07/02/2023 | page : | 12 |"))
    assert (found.info_jo.page, found.info_jo != InfoJO()) == (12, True)


def test_a_number_that_no_question_has_is_none() -> None:
    assert codes(page(header="16ème législature\n\nQuestion écrite n° " + "1" * 5000)) == [
        "numero-absent"
    ]
    assert questions(page("Question publiée au JO le : 7 février 2023, page " + "1" * 5000))


HOSTILE = [
    "[",
    "![",
    "[a](",
    "*",
    "**a",
    "*a* ",
    "_",
    "(",
    "|",
    "| ",
    " ",
    "\u00a0",
    "\n",
    "\n ",
    "\t",
    ">",
    "> ",
    "#",
    "# ",
    "# a #  ",
    "<b",
    "&",
    "&#1",
    "1 ",
    "1",
    "12/",
    "1^",
    "page : ",
    "de M. ",
    "de M. a (",
    "question n° ",
    "question n° 1 ",
    "1 législature ",
    "a - ",
    "zzz : yyy\n",
    "Auteur : x\n",
    "Texte de la réponse\nx\n\n",
    "Date de signalement : 1er mars 2024\n",
    "a\n\nb\n\n",
    "A\n\n",
    "a (1re circonscription) - ",
    "(fin",
    "a-\n",
    "* a\n",
    "| a | b |\n",
    "- - ",
    "===",
    "xvi ",
    "QE\n",
    "a>",
    "<https://",
    "date de ",
    "Rubrique : x\n",
    "Debat : x\n",
    "erratum publié le 1er mars 2024\n",
    "Erratum publié le 1er mars 2024\n\nLire : x\n\n",
    "Source : https://questions.assemblee-nationale.fr/q14/14-47351QE.htm\n",
    "/q14/14-47351QE.htm ",
]
PLACES = {
    "text": page(*LINES, texte="@@"),
    "head": "@@\n" + page(*LINES),
    "end": page(*LINES, "@@"),
    "value": page(*LINES).replace(" : Mer", " : Mer@@"),
    "seat": page(*LINES).replace(" (4e", "@@ (4e"),
    "author": page(*LINES).replace("Mme ", "Mme @@"),
    "fiche": "FICHE QUESTION\n12ème législature\nQuestion N° : 12  de  M.   Exemple@@ Alix ( G@@ - Marne ) QE\nMinistère interrogé : mer\nQuestion publiée au JO le : 13/12/2005\nErratum de la réponse publié au JO le : 12/12/2012\n\n@@\nTexte de la REPONSE : Reponse. - @@",
    "table": "16ème législature\nQuestion N° : 12\tde M. Alix@@ ( Groupe@@ - Marne )\tQuestion écrite\nMinistère interrogé > Mer\n\nTexte de la question\n\n@@",
}


@pytest.mark.parametrize("sign", HOSTILE)
def test_a_page_of_one_sign_is_read_at_once(sign: str) -> None:
    start = time.process_time()
    for place in PLACES.values():
        assert codes(place.replace("@@", sign * (12_000 // len(sign)))) is not None
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("below", "code"),
    [
        ("- **Date de transmission :** 5 mars 2023", "etiquette-inconnue"),
        ("* **Date de transmission :** 5 mars 2023", "etiquette-inconnue"),
        ("- Transmise le 4 mars", "ligne-non-lue"),
        ("• Transmise le 4 mars", "ligne-non-lue"),
    ],
)
def test_the_next_item_of_a_list_is_no_part_of_a_value(below: str, code: str) -> None:
    text = page(
        f"- **Ministère attributaire :** Eau\n{below}\n- **Rubrique :** mer",
        "Question publiée au JO le : 7 février 2023",
    )
    (responsible,) = question(text).attribution
    assert responsible.ministere is not None
    assert (responsible.ministere.abrege, question(text).rubrique) == ("Eau", "mer")
    assert codes(text) == [code]


def test_a_wrapped_value_may_go_on_with_a_dash() -> None:
    found = question(
        page("Circonscription : Marne (1re circonscription)\n- Groupe", *LINES[:1], LINES[7])
    )
    assert found.groupe is not None
    assert (found.departement, found.groupe.developpe) == ("51", "Groupe")


def test_the_seat_may_be_an_item_below_the_author() -> None:
    text = page(
        "- Question de : Mme Alix Exemple\n- Marne (1re circonscription) - Groupe", LINES[7]
    )
    assert (question(text).departement, codes(text)) == ("51", [])


@pytest.mark.parametrize(
    "value",
    [
        "Question publiée au JO le : 7 février 2023, page 3",
        "Date de signalement : 14 mars 2023 (page 4)",
        "Date de la séance : 14/03/2023",
        "Ministère interrogé : Mer",
    ],
)
@pytest.mark.parametrize("line", ["Question retirée par son auteur", "Question caduque (fin)"])
def test_an_event_below_a_value_is_no_part_of_it(value: str, line: str) -> None:
    text = page(f"Numéro de la question : 12\n{value}\n{line}\nRubrique : eau", LINES[7])
    assert not [one for one in problems(text) if line in one.message.fr]
    (cloture,) = question(text).cloture
    assert cloture.date is None
    assert line.startswith(cloture.mention or "—")
    ministry = question(text).ministere_interroge
    assert ministry is None or ministry.abrege == "Mer"


def test_what_stands_below_a_date_is_no_part_of_it() -> None:
    text = page("Date de la séance : 11 février 2023\nPrésidence de Mme Alix Exemple", LINES[7])
    assert codes(text) == ["ligne-non-lue"]
    text = page("Question publiée au JO le : 7 février\n2023,\nPage 12\n(rectifié)")
    assert (question(text).info_jo.page, codes(text)) == (12, ["ligne-non-lue"])


FICHE = (
    "FICHE QUESTION\n12ème législature\nQuestion N° : 12  de  M.   Exemple Alix ( G - Marne ) QE\n"
    "Ministère interrogé : mer\n@@\nQuestion publiée au JO le : 13/12/2005  page : 3\n"
    "Rubrique : eau\nTexte de la QUESTION : Un mot : pourquoi ?\nUn autre : pour qui ?\n"
    "Texte de la REPONSE : Parce que."
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Date de transmission :  10/05/2006", "Date de transmission"),
        ("Ministère cosignataire : défense", "Ministère cosignataire"),
        ("Ministère attributaire :  eau\tMinistère cosignataire > mer", "Ministère cosignataire"),
    ],
)
def test_an_unknown_label_before_the_texts_is_reported(line: str, words: str) -> None:
    text = FICHE.replace("@@", line)
    (problem,) = problems(text)
    assert (problem.code, problem.origin.line) == ("etiquette-inconnue", 5)
    assert words in problem.message.fr


@pytest.mark.parametrize(
    "line",
    [
        "Tête d'analyse : la mer : les phares",
        "| Tête d'analyse : | la mer : les phares |",
        "Réponse publiée au JO le : | 14/02/2006 | page : | 5 |",
        "Réponse publiée au JO le : 14/02/2006\npage : 5",
    ],
)
def test_what_looks_like_a_label_in_a_value_is_none(line: str) -> None:
    assert codes(FICHE.replace("@@", line)) == []


def test_a_withdrawal_may_be_said_without_the_question() -> None:
    found = question(FICHE.replace("@@", "Retirée le : 19/06/2007 (fin de mandat)"))
    (cloture,) = found.cloture
    assert (str(cloture.date), cloture.motif_cloture) == ("2007-06-19", "Fin de mandat")
