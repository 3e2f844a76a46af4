"""Who a printed name is: by its words, the legislature, the seat and the day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Mandat
from questions_rdf.identification.mandats import covers, fits
from questions_rdf.identification.noms import Words, same_given_name, words
from questions_rdf.problems import Code
from questions_rdf.records import Circonscription


class Asked(NamedTuple):
    """What is known of an author before identification."""

    nom: str
    legislature: int
    circonscription: Circonscription | None
    departement: str | None
    day: date | None

    @property
    def seated(self) -> bool:
        """Whether a seat, or a part of it, is printed."""
        return bool(self.circonscription or self.departement)


class Answer(NamedTuple):
    """The identifier, or why there is none; ``code`` may also say how it was found."""

    acteur: str | None
    code: Code | None = None
    others: tuple[str, ...] = ()


class Auteurs:
    """Finds people by name and seat."""

    def __init__(self, annuaire: Annuaire) -> None:
        self._annuaire = annuaire

    def covers(self, legislature: int) -> bool:
        """Whether the reference data knows the seats of that legislature."""
        return legislature in self._by_legislature

    def find(self, asked: Asked) -> Answer:
        """The one person whom the words name."""
        printed = words(asked.nom)
        namesakes = self._by_words.get((asked.legislature, printed), ())
        seated = [one for one in namesakes if self._sat_there(one, asked)]
        if len(seated) > 1:
            seated = self._sitting(seated, asked) or seated
        if len(seated) == 1:
            return Answer(seated[0])
        if seated:
            return Answer(None, catalogue.AUTEUR_HOMONYME, tuple(seated))
        if namesakes:
            return Answer(None, catalogue.AUTEUR_AUTRE_SIEGE, tuple(namesakes))
        return self._by_seat(asked, printed)

    def _sat_there(self, acteur: str, asked: Asked) -> bool:
        return any(
            fits(siege, asked.circonscription, asked.departement)
            for siege in self._seats(acteur, asked)
        )

    def _sitting(self, acteurs: Iterable[str], asked: Asked) -> list[str]:
        day = asked.day
        if day is None:
            return []
        return [
            one for one in acteurs if any(covers(siege, day) for siege in self._seats(one, asked))
        ]

    def _by_seat(self, asked: Asked, printed: Words) -> Answer:
        """Whoever held the printed seat that day, if the given name is the same.

        Names change by marriage, and are printed in part. Where only the département is printed, a
        word of the surname must be the same too; and so it must after the last day that the
        reference knows, since the seat may have passed to somebody else.
        """
        day = asked.day
        if day is None or not asked.seated:
            return Answer(None, catalogue.AUTEUR_NON_IDENTIFIE)
        found = {
            siege.acteur
            for siege in self._by_legislature.get(asked.legislature, ())
            if covers(siege, day)
            and fits(siege, asked.circonscription, asked.departement)
            and self._resembles(siege.acteur, printed, certain=self._is_certain(asked, day))
        }
        if len(found) == 1:
            return Answer(found.pop(), catalogue.AUTEUR_PAR_SIEGE)
        return Answer(None, catalogue.AUTEUR_NON_IDENTIFIE)

    def _is_certain(self, asked: Asked, day: date) -> bool:
        """Whether it is known who held the seat."""
        return bool(asked.circonscription) and day <= self._annuaire.dernier_jour_connu

    def _resembles(self, acteur: str, printed: Words, *, certain: bool) -> bool:
        person = self._annuaire.acteurs.get(acteur)
        if person is None or not same_given_name(printed, person.prenom or ""):
            return False
        return certain or bool(words(person.nom or "") & printed)

    def _seats(self, acteur: str, asked: Asked) -> Iterable[Mandat]:
        held = self._annuaire.sieges.get(acteur, ())
        return (siege for siege in held if siege.legislature == asked.legislature)

    @cached_property
    def _by_words(self) -> dict[tuple[int, Words], tuple[str, ...]]:
        """People by legislature and words of their name."""
        found: dict[tuple[int, Words], set[str]] = defaultdict(set)
        for legislature, sieges in self._by_legislature.items():
            for siege in sieges:
                if person := self._annuaire.acteurs.get(siege.acteur):
                    name = words(f"{person.prenom or ''} {person.nom or ''}")
                    found[legislature, name].add(siege.acteur)
        return {key: tuple(sorted(acteurs)) for key, acteurs in found.items()}

    @cached_property
    def _by_legislature(self) -> dict[int, list[Mandat]]:
        found: dict[int, list[Mandat]] = defaultdict(list)
        for sieges in self._annuaire.sieges.values():
            for siege in sieges:
                if siege.legislature is not None:
                    found[siege.legislature].append(siege)
        return dict(found)
