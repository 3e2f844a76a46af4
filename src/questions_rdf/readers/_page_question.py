"""From a page to its record: what is the same in every layout."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.iris import slug
from questions_rdf.problems import Problem
from questions_rdf.readers import _characters, _page, _page_facts, _page_identity
from questions_rdf.readers._labels import Label
from questions_rdf.readers._protocol import Found
from questions_rdf.readers._question_checks import identity_problem, withheld
from questions_rdf.records import (
    Circonscription,
    Organisme,
    Personne,
    Question,
    uid_of,
)

_CIVILITY = re.compile(r"(M\.|Mme|Mlle)\s+(\S.*)")


class Author(NamedTuple):
    """What a page says of the author."""

    personne: Personne | None = None
    groupe: Organisme | None = None
    departement: str | None = None
    circonscription: Circonscription | None = None


def author_named(page: _page.Page, value: _page.Value, legislature: int) -> Author:
    """The author by the printed name, a civility always before it."""
    match = _CIVILITY.fullmatch(_characters.label(value.text))
    if match is None or not slug(match[2]):
        page.problems.append(catalogue.AUTEUR_ILLISIBLE.at(value.origin, value=value.text))
        return Author()
    personne = Personne(
        legislature=legislature,
        identifiant=page.acteurs.get(value.text),
        nom=match[2],
        civilite=match[1],
    )
    return Author(personne)


def question_of(
    page: _page.Page,
    author_of: Callable[[_page.Page, int], Author],
    title_of: Callable[[_page.Page], str | None],
) -> Iterator[Found | Problem]:
    """The question of the page, or the one problem that withholds it; and all other problems."""
    identity = _page_identity.identity(page)
    if (refusal := identity_problem(identity, page.origin)) is not None:
        yield refusal
        return
    legislature, nature, numero = identity.agreed()
    author = author_of(page, legislature)
    info_jo = _page_facts.publication(page, Label.PUBLICATION, nature)
    reponse = _page_facts.reponse(page, nature)
    tete = page.value(Label.TETE_ANALYSE)
    question = Question(
        uid=uid_of(legislature, nature, numero),
        nature=nature,
        numero=numero,
        legislature=legislature,
        titre=title_of(page),
        rubrique=page.label(Label.RUBRIQUE),
        tete_analyse=tete.text if tete else None,
        analyse=tuple(dict.fromkeys(value.text for value in page.values(Label.ANALYSE))),
        versions=_page_facts.versions(page, info_jo),
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
        erratum=_page_facts.erratum(page, nature, answered=bool(reponse)),
        cloture=_page_facts.cloture(page),
        reponse=reponse,
    )
    yield from page.problems
    yield from page.unknown_labels()
    yield from _unread(page)
    refusal = withheld(question, page.origin)
    yield refusal or Found(question, page.origin)


def _unread(page: _page.Page) -> Iterator[Problem]:
    """The lines that said something to nobody; letterheads and repeated identity aside."""
    for value in page.unread():
        if not _page_identity.says_no_more(value.text):
            yield catalogue.LIGNE_NON_LUE.at(value.origin, line=value.text)


def _seance(page: _page.Page) -> date | None:
    value = page.value(Label.SEANCE)
    return _page_facts.day(page, value) if value else None


def _placed(author: Author) -> Personne | None:
    """The author with the département, which tells namesakes apart."""
    if author.personne is None:
        return None
    stated = author.personne
    return Personne(
        legislature=stated.legislature,
        identifiant=stated.identifiant,
        nom=stated.nom,
        civilite=stated.civilite,
        departement=author.departement,
    )
