"""Issues of the Journal officiel: which ones the facts of a question name, and their titles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf import iris, mots
from questions_rdf.facts import Faits
from questions_rdf.records import InfoJO, TypeJO

_EDITIONS = {
    TypeJO.QUESTIONS: "édition Questions (Assemblée nationale)",
    TypeJO.DEBATS: "édition Débats parlementaires (Assemblée nationale)",
    TypeJO.LOIS_ET_DECRETS: "édition Lois et décrets",
}


class Parution(NamedTuple):
    """An issue as it is published."""

    iri: str
    titre: str
    date: date
    numero: int | None


def named_in(faits: Faits) -> Iterator[InfoJO]:
    """Where the Journal officiel printed the question, its answers, its events."""
    yield faits.question.info_jo
    for version in faits.version_anterieure:
        yield version.info_jo
    for reponse in faits.reponse:
        yield reponse.info_jo
        for version in reponse.version_anterieure:
            yield version.info_jo
    for evenement in faits.evenement:
        yield evenement.info_jo


def described(named: Iterable[tuple[TypeJO, date, int | None]]) -> Iterator[Parution]:
    """Each issue once: where several numbers are stated, it has the lowest."""
    numbers: dict[tuple[TypeJO, date], set[int]] = defaultdict(set)
    for edition, day, number in named:
        numbers[edition, day].update((number,) if number else ())
    for (edition, day), stated in numbers.items():
        title = f"Journal officiel, {_EDITIONS[edition]}, {mots.le(day).fr}"
        iri = iris.parution_du(edition, day)
        yield Parution(iri, title, day, min(stated, default=None))
