"""Two records of one thing become one: what only one states is taken over, field by field."""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec

from questions_rdf.agreement import same_name, same_organisme, same_words
from questions_rdf.records import InfoJO, Organisme, Personne, Record

R = TypeVar("R", bound=Record)


# About the source, not about the thing.
_OF_THE_SOURCE = frozenset(("changement", "ordre"))


class Disagreement(NamedTuple):
    """A field on which two sources differ: the value that is kept, and the one that is not."""

    field: str
    kept: object
    left: object


def combined(trusted: R, other: R, name: str, found: list[Disagreement]) -> R:
    """``trusted`` with what only ``other`` states; where they differ, ``found`` gets to know.

    Both are records of one type and of one thing, which findings call ``name``.
    """
    if isinstance(trusted, Organisme) and isinstance(other, Organisme):
        return _organisme(trusted, other, name, found)  # type: ignore[return-value]
    if parted := _apart(trusted, other):
        found.append(
            Disagreement(f"{name}.{parted}", *(getattr(r, parted) for r in (trusted, other)))
        )
        return trusted
    taken: dict[str, Any] = {}
    for field, mine, its in _both(trusted, other):
        if isinstance(mine, Record) and isinstance(its, Record):
            taken[field] = combined(mine, its, f"{name}.{field}", found)
        elif mine is None:
            taken[field] = its
        elif its is not None and not _agree(trusted, field, mine, its):
            found.append(Disagreement(f"{name}.{field}", mine, its))
    return msgspec.structs.replace(trusted, **taken)


def _apart(trusted: Record, other: Record) -> str | None:
    """The field that shows two records to be of two things: one says nothing about the other.

    Another person has another name; another day of the Journal officiel has other pages.
    """
    if isinstance(trusted, Personne) and isinstance(other, Personne):
        if trusted.identifiant and other.identifiant:
            return "identifiant" if trusted.identifiant != other.identifiant else None
        named = trusted.nom and other.nom
        return "nom" if named and not _agree(trusted, "nom", trusted.nom, other.nom) else None
    if isinstance(trusted, InfoJO) and isinstance(other, InfoJO):
        return "date" if trusted.date and other.date and trusted.date != other.date else None
    return None


def are_two_people(one: Personne | None, other: Personne | None) -> bool:
    """Whether two authors are certainly not one person."""
    return one is not None and other is not None and _apart(one, other) is not None


def _organisme(
    trusted: Organisme, other: Organisme, name: str, found: list[Disagreement]
) -> Organisme:
    """Identifiers beat labels; labels of two different bodies are not mixed."""
    apart = not same_organisme(trusted, other)
    comparable = bool(trusted.identifiant) == bool(other.identifiant)
    labelled = bool(trusted.abrege or trusted.developpe) and bool(other.abrege or other.developpe)
    if apart and (comparable or labelled):
        best, rest = (trusted, other)
        if other.identifiant and not trusted.identifiant:
            best, rest = (other, trusted)
        shown = _named(best), _named(rest)
        if shown[0] == shown[1]:
            shown = best.identifiant, rest.identifiant
        found.append(Disagreement(name, *shown))
        return best
    return Organisme(
        legislature=trusted.legislature,
        identifiant=trusted.identifiant or other.identifiant,
        developpe=trusted.developpe or other.developpe,
        abrege=trusted.abrege or other.abrege,
    )


def _named(organisme: Organisme) -> str | None:
    return organisme.abrege or organisme.developpe or organisme.identifiant


def _agree(record: Record, field: str, mine: object, its: object) -> bool:
    """Whether two values say the same; names also when their words stand in another order."""
    if isinstance(mine, str) and isinstance(its, str):
        if isinstance(record, Personne) and field == "nom":
            return same_name(mine, its)
        return same_words(mine, its)
    return mine == its


def _both(one: Record, other: Record) -> Iterator[tuple[str, Any, Any]]:
    for field in one.__struct_fields__:
        if field in _OF_THE_SOURCE:
            continue
        yield field, getattr(one, field), getattr(other, field)
