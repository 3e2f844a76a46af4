"""The written questions of a store, property by property: each is asked for when it is needed.

A question is known by its identifier (``QANR5L17QE2621``), which says legislature and number. One
property of a hundred thousand questions is had in the time in which a few thousand rows of all
properties would be.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeVar

import pyoxigraph as ox

from questions_rdf.prefixes import expanded
from questions_rdf.reports._asking import Cells, asked, grouped
from questions_rdf.reports.annuaire import Annuaire

_Value = TypeVar("_Value")
_Event = TypeVar("_Event", "Cloture", "Changement", "Signalement")
_FEW = 20_000
_Days = tuple[date | None, date | None]
_DETAILS = (
    "dcterms:title",
    "qp:pageJO",
    "qp:auteur",
    "qp:groupe",
    "qp:groupeALaDate",
    "qp:rubrique",
)
_UID = re.compile(r"QANR5L([0-9]{1,4})QE([0-9]{1,9})")


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
        self._only: dict[str, list[ox.Literal]] = {}
        self._values: dict[str, list[tuple[list[str], str]]] = {}

    def only(self, wanted: Collection[str]) -> "Corpus":
        """What the store knows of some questions; of many, all are asked for in less time."""
        if len(wanted) > _FEW:
            return self
        some = Corpus(self._store, self.jour)
        some._only = {"identifiant": list(map(ox.Literal, sorted(wanted)))}
        some.annuaire = self.annuaire
        some.questions = {one: days for one, days in self.questions.items() if one in wanted}
        return some

    @cached_property
    def annuaire(self) -> Annuaire:
        """The names of those who ask and answer."""
        return Annuaire(self._store)

    @cached_property
    def questions(self) -> dict[str, _Days]:
        """Every written question, in the order of identifiers: day of publication, deadline.

        Of several days, which are an error of the data, the first count.
        """
        found: dict[str, _Days] = {}
        rows = list(grouped(self._store, "questions"))
        for identifiants, cells in sorted(rows, key=lambda row: str(row[1]), reverse=True):
            publication, echeance = map(_day_or_none, cells)
            found.update(dict.fromkeys(identifiants, (publication, echeance)))
        return {one: found[one] for one in sorted(found, reverse=True) if one}

    def publication(self, identifiant: str) -> date | None:
        """The day of publication, where it is known."""
        return self.questions[identifiant][0]

    def echeance(self, identifiant: str) -> date | None:
        """The last day for the answer, where a rule states one."""
        return self.questions[identifiant][1]

    @cached_property
    def auteurs(self) -> dict[str, str]:
        """The authors' IRIs."""
        return self.values("qp:auteur")

    @cached_property
    def groupes(self) -> dict[str, str]:
        """The authors' groups: as the source states them, else of the day of the question."""
        return self.values("qp:groupeALaDate") | self.values("qp:groupe")

    @cached_property
    def rubriques(self) -> dict[str, str]:
        """The rubriques' IRIs."""
        return self.values("qp:rubrique")

    @cached_property
    def interroges(self) -> dict[str, str]:
        """The IRIs of the ministries asked."""
        return self.values("qp:ministereInterroge")

    @cached_property
    def attributaires(self) -> dict[str, str]:
        """The IRIs of the ministries responsible on the day of the data."""
        return self.values("qp:ministereAttributaire")

    @cached_property
    def fins(self) -> dict[int, date]:
        """The last day of each legislature that has one."""
        rows = sorted(asked(self._store, "legislatures"), key=str)
        return {int(numero): _day(fin) for numero, fin in rows if numero and fin}

    @cached_property
    def reponses(self) -> dict[str, list[date | None]]:
        """The days of the answers, in order; one that is not known comes last."""
        found = self._gathered("reponses", lambda cells: _day_or_none(cells[0]))
        return {one: sorted(days, key=lambda day: day or date.max) for one, days in found.items()}

    @cached_property
    def repondants(self) -> dict[str, str]:
        """The IRIs of the ministries that gave the first answers."""
        found = self._gathered("repondants", lambda cells: (cells[0] or "~", cells[1] or ""))
        return {one: min(several)[1] for one, several in found.items()}

    @cached_property
    def clotures(self) -> dict[str, list[Cloture]]:
        """The closures by day, those without one last."""
        return _in_order(self._gathered("clotures", _cloture))

    @cached_property
    def changements(self) -> dict[str, list[Changement]]:
        """The changes of ministry in their order."""
        return _in_order(self._gathered("attributions", _changement))

    @cached_property
    def signalements(self) -> dict[str, list[Signalement]]:
        """The signalements by day."""
        return _in_order(self._gathered("signalements", _signalement))

    def all_values(self, name: str) -> list[tuple[list[str], str]]:
        """One property of the written questions: each value, and the questions that have it."""
        if name not in self._values:
            known = self.questions
            propriete = [ox.NamedNode(expanded(name))]
            rows = grouped(self._store, "valeurs", propriete=propriete, **self._only)
            self._values[name] = [
                ([one for one in identifiants if one in known], valeur)
                for identifiants, (valeur,) in rows
                if valeur is not None
            ]
        return self._values[name]

    def textes(self) -> Iterator[tuple[str, str]]:
        """The texts of the written questions, as they lie in the store."""
        known = self.questions
        for identifiant, texte in asked(self._store, "textes", **self._only):
            if identifiant in known and texte is not None:
                yield identifiant, texte

    def values(self, name: str) -> dict[str, str]:
        """One value for each question; of several, which is an error of the data, the first."""
        found: dict[str, str] = {}
        for ours, value in sorted(self.all_values(name), key=itemgetter(1), reverse=True):
            found.update(dict.fromkeys(ours, value))
        return found

    def details(
        self, wanted: Collection[str], names: Collection[str] = _DETAILS
    ) -> dict[str, dict[str, str]]:
        """The properties that rows show, by property; of many, all are had in less time."""
        if len(wanted) > _FEW:
            return {name: self.values(name) for name in names}
        rows = list(asked(self._store, "details", identifiant=list(map(ox.Literal, wanted))))
        return {
            name: _firsts((str(row[0]), value) for row in rows if (value := row[column]))
            for column, name in enumerate(_DETAILS, start=1)
        }

    def _gathered(self, name: str, read: Callable[[Cells], _Value]) -> dict[str, set[_Value]]:
        """What happened to each question."""
        known = self.questions
        found: dict[str, set[_Value]] = defaultdict(set)
        for identifiants, cells in grouped(self._store, name, **self._only):
            value = read(cells)
            for one in identifiants:
                if one in known:
                    found[one].add(value)
        return found


def _firsts(values: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for identifiant, value in values:
        if identifiant not in found or value < found[identifiant]:
            found[identifiant] = value
    return found


def legislature(identifiant: str) -> int:
    """The legislature of a question; nought if the identifier says none."""
    return _rank(identifiant)[0]


def numero(identifiant: str) -> int:
    """The number of a question; nought if the identifier says none."""
    return _rank(identifiant)[1]


def rang(identifiant: str) -> tuple[int, int, str]:
    """By what questions are put in order: legislature, number, identifier."""
    return (*_rank(identifiant), identifiant)


@lru_cache(maxsize=131_072)
def _rank(identifiant: str) -> tuple[int, int]:
    found = _UID.fullmatch(identifiant)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _cloture(cells: Cells) -> Cloture:
    day, retrait, caducite = cells
    return Cloture(_day_or_none(day), retrait is not None, caducite is not None)


def _changement(cells: Cells) -> Changement:
    rang, day, ministere, motif = cells
    return Changement(int(rang or 0), _day_or_none(day), ministere, motif)


def _signalement(cells: Cells) -> Signalement:
    day, echeance = cells
    return Signalement(_day_or_none(day), _day_or_none(echeance))


def _in_order(found: dict[str, set[_Event]]) -> dict[str, list[_Event]]:
    """What happened, in order: by rank where there is one, by day, the undated last."""
    return {
        one: list(several) if len(several) == 1 else sorted(several, key=_place)
        for one, several in found.items()
    }


def _place(event: Cloture | Changement | Signalement) -> tuple[int, date, str]:
    rank = event.rang if isinstance(event, Changement) else 0
    return (rank, event.jour or date.max, repr(event))


@lru_cache(maxsize=65536)
def _day(text: str) -> date:
    return date.fromisoformat(text)


def _day_or_none(text: str | None) -> date | None:
    return _day(text) if text else None
