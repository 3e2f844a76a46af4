"""Which questions are counted, and what puts them together: a ministry, an author or a subject."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from questions_rdf.problems import Bilingual
from questions_rdf.reports.corpus import Corpus, legislature
from questions_rdf.reports.etat import Etat, responsable


class Ministere(StrEnum):
    """Which of the ministries of a question counts."""

    ASKED = "asked"
    RESPONSIBLE = "responsible"
    ANSWERING = "answering"


class Par(StrEnum):
    """By what questions are put together."""

    ORGANE = "organe"
    PORTEFEUILLE = "portefeuille"
    GOUVERNEMENT = "gouvernement"
    DEPUTE = "depute"
    GROUPE = "groupe"
    RUBRIQUE = "rubrique"

    @property
    def of_a_ministry(self) -> bool:
        """Whether it depends on which ministry counts."""
        return self in {Par.ORGANE, Par.PORTEFEUILLE, Par.GOUVERNEMENT}


class Choix(NamedTuple):
    """Which questions are counted, and how."""

    ministere: Ministere = Ministere.RESPONSIBLE
    par: Par = Par.ORGANE
    legislature: int | None = None
    depuis: date | None = None
    jusque: date | None = None


HEADINGS = {
    Par.ORGANE: Bilingual("Ministère", "Ministry"),
    Par.PORTEFEUILLE: Bilingual("Portefeuille", "Portfolio"),
    Par.GOUVERNEMENT: Bilingual("Gouvernement", "Government"),
    Par.DEPUTE: Bilingual("Auteur", "Author"),
    Par.GROUPE: Bilingual("Groupe", "Group"),
    Par.RUBRIQUE: Bilingual("Rubrique", "Rubrique"),
}
WHICH = {
    Ministere.ASKED: Bilingual("interrogé", "asked"),
    Ministere.RESPONSIBLE: Bilingual("attributaire", "responsible"),
    Ministere.ANSWERING: Bilingual(
        "qui a répondu (attributaire, tant qu'il n'y a pas de réponse)",
        "that answered (responsible, where there is no answer)",
    ),
}


def is_chosen(corpus: Corpus, identifiant: str, choix: Choix) -> bool:
    """Whether a question is one of those that count."""
    if choix.legislature not in {None, legislature(identifiant)}:
        return False
    if choix.depuis is None and choix.jusque is None:
        return True
    day = corpus.publication(identifiant)
    return day is not None and (choix.depuis or day) <= day <= (choix.jusque or day)


def key(corpus: Corpus, choix: Choix, as_of: date) -> Callable[[str, Etat], str | None]:
    """What puts questions together: the IRI of a ministry, a person or a subject."""
    by_property = {
        Par.DEPUTE: lambda: corpus.auteurs,
        Par.GROUPE: lambda: corpus.groupes,
        Par.RUBRIQUE: lambda: corpus.rubriques,
    }
    if choix.par in by_property:
        values = by_property[choix.par]()
        return lambda one, _state: values.get(one)

    def ministry(one: str, state: Etat) -> str | None:
        if choix.ministere is Ministere.ASKED:
            return corpus.interroges.get(one)
        if choix.ministere is Ministere.ANSWERING and state.repondue and one in corpus.repondants:
            return corpus.repondants[one]
        return responsable(corpus, one, as_of)

    if choix.par is Par.ORGANE:
        return ministry
    known = corpus.annuaire.organismes

    def above(one: str, state: Etat) -> str | None:
        found = known.get(ministry(one, state) or "")
        if found is None:
            return None
        return found.portefeuille if choix.par is Par.PORTEFEUILLE else found.gouvernement

    return above


def name_of(corpus: Corpus, par: Par, iri: str | None) -> str | None:
    """What people call that which puts questions together."""
    if par is Par.DEPUTE:
        return corpus.annuaire.personne(iri)
    if par in {Par.RUBRIQUE, Par.PORTEFEUILLE}:
        return corpus.annuaire.notion(iri)
    return corpus.annuaire.organisme(iri)


def names_of(corpus: Corpus, par: Par, iris: Iterable[str | None]) -> dict[str | None, str | None]:
    """What people call each of them, no two alike.

    A ministry keeps its name under several Governments: they are told apart by these, and what is
    alike even then, such as two people of one name, by the identifier.
    """
    names = {iri: name_of(corpus, par, iri) for iri in iris}
    told = _told_apart(names, lambda iri: _government(corpus, iri)) if par is Par.ORGANE else names
    return _told_apart(told, lambda iri: iri.rpartition("/")[2])


def _told_apart(
    names: dict[str | None, str | None], by: Callable[[str], str | None]
) -> dict[str | None, str | None]:
    """The names, with what tells them apart behind those that several have."""
    bearers = Counter(names.values())
    return {
        iri: f"{name} ({detail})"
        if iri and name and bearers[name] > 1 and (detail := by(iri))
        else name
        for iri, name in names.items()
    }


def _government(corpus: Corpus, iri: str) -> str | None:
    """The name of a ministry's Government, without the word."""
    found = corpus.annuaire.organismes.get(iri)
    name = corpus.annuaire.organisme(found.gouvernement) if found else None
    return name.removeprefix("Gouvernement ").strip("()") if name else None
