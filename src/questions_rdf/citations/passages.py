"""A passage that cites something, and the places where one may begin."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from questions_rdf.facts import Genre, Remarque
from questions_rdf.records import Nature


class Who(NamedTuple):
    """The question whose texts are read: what it cites is an earlier one."""

    legislature: int
    nature: Nature
    numero: int


class Passage(NamedTuple):
    """Where a citation stands in its text, what kind it is, and what is surely meant."""

    start: int
    end: int
    genre: Genre
    rappelle: tuple[str, ...] = ()
    cite_loi: str | None = None
    remarque: Remarque | None = None


def places(text: str, word: str) -> Iterable[int]:
    """Where ``word`` stands. Searching for a fixed word is thirty times faster than a pattern."""
    place = text.find(word)
    return _from(text, word, place) if place >= 0 else ()


def _from(text: str, word: str, place: int) -> Iterator[int]:
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
