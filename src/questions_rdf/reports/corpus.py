"""The written questions of a store, property by property: each is asked for when it is needed.

A question is known by its identifier (``QANR5L17QE2621``). One property of a hundred thousand
is had in the time in which a few thousand rows of all properties would be.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

import pyoxigraph as ox

from questions_rdf.prefixes import expanded
from questions_rdf.reports._asking import asked
from questions_rdf.reports.annuaire import Annuaire

_Value = TypeVar("_Value")
_FEW = 2000


class Reponse(NamedTuple):
    """An answer: its day, its page in the Journal officiel, who gave it."""

    jour: date | None
    page: int | None
    ministere: str | None


class Cloture(NamedTuple):
    """A closure without an answer."""

    jour: date | None
    retrait: bool
    caducite: bool


class Changement(NamedTuple):
    """A change of ministry; those without a day come last."""

    rang: int
    jour: date | None
    ministere: str | None
    motif: str | None


class Signalement(NamedTuple):
    """A question signalled to the Government, and until when the answer is due then."""

    jour: date | None
    echeance: date | None


class Corpus:
    """What a store knows of written questions.

    Args:
        store: the data.
        jour: the day as of which the data speaks.
    """

    def __init__(self, store: ox.Store, jour: date) -> None:
        self.jour = jour
        self._store = store

    @cached_property
    def annuaire(self) -> Annuaire:
        """The names of those who ask and answer."""
        return Annuaire(self._store)

    @cached_property
    def ecrites(self) -> frozenset[str]:
        """The identifiers of all written questions."""
        return frozenset(row[0] for row in asked(self._store, "ecrites") if row[0])

    @cached_property
    def publications(self) -> dict[str, date]:
        """The day of publication, where it is known."""
        return self._property("qp:datePublication", _day)

    @cached_property
    def echeances(self) -> dict[str, date]:
        """The last day for the answer, where a rule states one."""
        return self._property("qp:echeance", _day)

    @cached_property
    def pages(self) -> dict[str, int]:
        """The page of the Journal officiel."""
        return self._property("qp:pageJO", int)

    @cached_property
    def numeros(self) -> dict[str, int]:
        """The number of each question."""
        return self._property("qp:numero", int)

    @cached_property
    def auteurs(self) -> dict[str, str]:
        """The author's IRI."""
        return self._property("qp:auteur", str)

    @cached_property
    def groupes(self) -> dict[str, str]:
        """The author's group: as the source states it, else of the day of the question."""
        on_the_day = self._property("qp:groupeALaDate", str)
        return on_the_day | self._property("qp:groupe", str)

    @cached_property
    def rubriques(self) -> dict[str, str]:
        """The rubrique's IRI."""
        return self._property("qp:rubrique", str)

    @cached_property
    def interroges(self) -> dict[str, str]:
        """The IRI of the ministry asked."""
        return self._property("qp:ministereInterroge", str)

    @cached_property
    def attributaires(self) -> dict[str, str]:
        """The IRI of the ministry responsible on the day of the data."""
        return self._property("qp:ministereAttributaire", str)

    @cached_property
    def legislatures(self) -> dict[str, int]:
        """The number of the legislature."""
        numbers = {iri: numero for iri, (numero, _) in self._legislatures.items()}
        by_question = self._property("qp:legislature", str)
        return {one: numbers[iri] for one, iri in by_question.items() if iri in numbers}

    @cached_property
    def fins(self) -> dict[int, date]:
        """The last day of each legislature that has one."""
        return {numero: fin for numero, fin in self._legislatures.values() if fin}

    @cached_property
    def _legislatures(self) -> dict[str, tuple[int, date | None]]:
        return {
            iri: (int(numero), _day_or_none(fin))
            for iri, numero, fin in asked(self._store, "legislatures")
            if iri and numero
        }

    @cached_property
    def reponses(self) -> dict[str, list[Reponse]]:
        """The answers by day, those without one last."""
        found = self._events("reponses", _reponse)
        return {one: sorted(several, key=_by_day) for one, several in found.items()}

    @cached_property
    def clotures(self) -> dict[str, list[Cloture]]:
        """The closures by day, those without one last."""
        found = self._events("clotures", _cloture)
        return {one: sorted(several, key=_by_day) for one, several in found.items()}

    @cached_property
    def changements(self) -> dict[str, list[Changement]]:
        """The changes of ministry in their order."""
        found = self._events("attributions", _changement)
        return {one: sorted(several, key=_by_rank) for one, several in found.items()}

    @cached_property
    def signalements(self) -> dict[str, list[Signalement]]:
        """The signalements by day."""
        found = self._events("signalements", _signalement)
        return {one: sorted(several, key=_by_day) for one, several in found.items()}

    def values(self, name: str) -> Iterable[tuple[str, str]]:
        """One property of the written questions: identifier and value, as many as there are."""
        propriete = ox.NamedNode(expanded(name))
        for identifiant, valeur in asked(self._store, "valeurs", propriete=[propriete]):
            if identifiant in self.ecrites and valeur is not None:
                yield identifiant, valeur

    def titres(self, identifiants: Collection[str]) -> dict[str, str]:
        """The titles of some questions; of many, all are had in less time."""
        if len(identifiants) > _FEW:
            return self._property("dcterms:title", str)
        wanted = [ox.Literal(one) for one in sorted(identifiants)]
        rows = sorted(asked(self._store, "titres", identifiant=wanted), key=str, reverse=True)
        return {identifiant: titre for identifiant, titre in rows if identifiant and titre}

    def _property(self, name: str, read: Callable[[str], _Value]) -> dict[str, _Value]:
        """One value for each question; of several, which is an error of the data, the first."""
        found: dict[str, str] = {}
        for identifiant, valeur in self.values(name):
            if identifiant not in found or valeur < found[identifiant]:
                found[identifiant] = valeur
        return {identifiant: read(valeur) for identifiant, valeur in found.items()}

    def _events(
        self, name: str, read: Callable[[tuple[str | None, ...]], _Value]
    ) -> dict[str, set[_Value]]:
        found: dict[str, set[_Value]] = defaultdict(set)
        for identifiant, *cells in asked(self._store, name):
            if identifiant in self.ecrites:
                found[identifiant].add(read(tuple(cells)))
        return found


def _reponse(cells: tuple[str | None, ...]) -> Reponse:
    day, page, ministere = cells
    return Reponse(_day_or_none(day), int(page) if page else None, ministere)


def _cloture(cells: tuple[str | None, ...]) -> Cloture:
    day, retrait, caducite = cells
    return Cloture(_day_or_none(day), retrait is not None, caducite is not None)


def _changement(cells: tuple[str | None, ...]) -> Changement:
    rang, day, ministere, motif = cells
    return Changement(int(rang or 0), _day_or_none(day), ministere, motif)


def _signalement(cells: tuple[str | None, ...]) -> Signalement:
    day, echeance = cells
    return Signalement(_day_or_none(day), _day_or_none(echeance))


def _by_day(happened: Reponse | Cloture | Signalement) -> tuple[date, str]:
    return (happened.jour or date.max, repr(happened))


def _by_rank(changement: Changement) -> tuple[int, str]:
    return (changement.rang, repr(changement))


@lru_cache(maxsize=65536)
def _day(text: str) -> date:
    return date.fromisoformat(text)


def _day_or_none(text: str | None) -> date | None:
    return _day(text) if text else None
