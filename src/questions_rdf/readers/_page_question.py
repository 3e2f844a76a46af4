"""From a page to its record: what is the same in every layout."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from questions_rdf import catalogue
from questions_rdf.iris import slug
from questions_rdf.problems import Problem
from questions_rdf.readers import (
    _characters,
    _labels,
    _page,
    _page_facts,
    _page_identity,
    _page_texts,
)
from questions_rdf.readers._labels import Label
from questions_rdf.readers._parution import parution
from questions_rdf.readers._protocol import Found
from questions_rdf.readers._question_checks import withheld
from questions_rdf.records import (
    Circonscription,
    Nature,
    Organisme,
    Personne,
    Question,
    uid_of,
)

_CIVILITY = re.compile(r"(M\.?|Mme|Mlle)\s+(\S.*)")
_FUNCTION = re.compile(
    r"(?:le|la|l')\s*(?:(?:vice-)?presidente?|ministre|rapporteure?|deputee?|questeure?|secretaire"
    r"|doyenne?|senateur|senatrice|premiere?|garde|commission|groupe)(?P<more>\s.*)?"
)

# What a question has one of.
_SINGLE = (
    Label.RUBRIQUE,
    Label.TITRE,
    Label.TETE_ANALYSE,
    Label.CIRCONSCRIPTION,
    Label.MINISTERE_INTERROGE,
    Label.MINISTERE_ATTRIBUTAIRE,
    Label.PUBLICATION,
)
_BRACKETED = re.compile(r"(.*\S)\s*(\([^()]*\))")
_NO_TETE_ANALYSE = "aucune tete d'analyse"


class Author(NamedTuple):
    """What a page says of the author."""

    personne: Personne | None = None
    groupe: Organisme | None = None
    departement: str | None = None
    circonscription: Circonscription | None = None


def author_named(
    page: _page.Page,
    value: _page.Value,
    legislature: int,
    natural: Callable[[str], str] = str,
) -> Author:
    """The author by the printed name, a civility always before it.

    ``natural`` puts the first name first where the layout prints the surname first.
    """
    match = _CIVILITY.fullmatch(_characters.label(value.text))
    name = _without_function(match[2]) if match else ""
    if bracketed := _BRACKETED.fullmatch(name):  # a group, or a territory of former times
        name = bracketed[1]
        page.problems.append(catalogue.LIGNE_NON_LUE.at(value.origin, line=bracketed[2]))
    if match is None or not slug(name):
        page.problems.append(catalogue.AUTEUR_ILLISIBLE.at(value.origin, value=value.text))
        return Author()
    personne = Personne(
        legislature=legislature,
        identifiant=page.acteurs.get(value.text) or page.acteurs.get(name),
        nom=natural(name),
        civilite="M." if match[1] == "M" else match[1],
    )
    return Author(personne)


def _without_function(name: str) -> str:
    """The name without "la présidente" before it; empty where a function is all there is."""
    match = _FUNCTION.fullmatch(_labels.folded(name))
    if match is None:
        return name
    person = name[len(name) - len((match["more"] or "").lstrip()) :]
    return person if person[:1].isupper() else ""


def question_of(
    page: _page.Page,
    author_of: Callable[[_page.Page, int], Author],
    title_of: Callable[[_page.Page], str | None],
) -> Iterator[Found | Problem]:
    """The question of the page, or the one problem that withholds it; and all other problems."""
    identity = _page_identity.identity(page)
    if (refusal := _page_identity.refusal(page, identity)) is not None:
        yield refusal
        return
    legislature, nature, numero = identity.agreed()
    author = author_of(page, legislature)
    info_jo = _page_facts.publication(page, Label.PUBLICATION, nature, legislature)
    titre = title_of(page)
    texts = _page_texts.texts(page, nature, legislature, info_jo)
    if nature is Nature.QUESTION_AU_GOUVERNEMENT:  # the others are printed before they are put
        info_jo = parution(nature, info_jo, texts.reponse)
    question = Question(
        uid=uid_of(legislature, nature, numero),
        nature=nature,
        numero=numero,
        legislature=legislature,
        titre=titre,
        rubrique=page.label(Label.RUBRIQUE),
        tete_analyse=_tete_analyse(page),
        analyse=tuple(dict.fromkeys(_worded(page, Label.ANALYSE))),
        versions=texts.versions,
        info_jo=info_jo,
        date_seance=_seance(page),
        auteur=_placed(author),
        groupe=author.groupe,
        circonscription=author.circonscription,
        departement=author.departement,
        ministere_interroge=_page_facts.ministere(page, Label.MINISTERE_INTERROGE, legislature),
        attribution=_page_facts.attribution(page, legislature),
        signalement=_page_facts.signalement(page),
        renouvellement=_page_facts.renouvellement(page),
        erratum=texts.erratum,
        cloture=_page_facts.cloture(page),
        reponse=texts.reponse,
    )
    yield from page.problems
    yield from page.unknown_labels()
    yield from _repeated(page)
    yield from _unread(page)
    refusal = withheld(question, page.origin)
    yield refusal or Found(question, page.origin)


def _unread(page: _page.Page) -> Iterator[Problem]:
    """The lines that said something to nobody; letterheads and repeated identity aside."""
    for value in page.unread():
        if not _page_identity.says_no_more(value.text):
            yield catalogue.LIGNE_NON_LUE.at(value.origin, line=value.text)


def _tete_analyse(page: _page.Page) -> str | None:
    """The tête d'analyse; a page may say that there is none."""
    stated = next(_worded(page, Label.TETE_ANALYSE), None)
    return None if stated is None or _labels.folded(stated) == _NO_TETE_ANALYSE else stated


def _worded(page: _page.Page, label: Label) -> Iterator[str]:
    """The values of a label; one without a letter or digit says nothing, and is reported."""
    for value in page.values(label):
        if slug(value.text):
            yield value.text
        else:
            page.problems.append(catalogue.FORME_INATTENDUE.at(value.origin, value=value.text))


def _repeated(page: _page.Page) -> Iterator[Problem]:
    """What a label says that says something else before: the first value is published."""
    for label in _SINGLE:
        if len(page.places(label)) < 2:  # noqa: PLR2004  (nothing is repeated)
            continue
        stated = list(page.values(label))
        for other in stated[1:]:
            if slug(other.text) != slug(stated[0].text):
                line = f"{other.words} : {other.text}"
                yield catalogue.LIGNE_NON_LUE.at(other.origin, line=line)


def _seance(page: _page.Page) -> date | None:
    value = page.value(Label.SEANCE)
    return _page_facts.printed(page, value, page.row(Label.SEANCE), None).date if value else None


def _placed(author: Author) -> Personne | None:
    """The author with the département, which tells namesakes apart."""
    if author.personne is None:
        return None
    return msgspec.structs.replace(author.personne, departement=author.departement)
