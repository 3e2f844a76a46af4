"""The lists of ministries, groups and deputies in other orders: by what figures say of them.

What there is too little of is not ranked: one question answered in time of one asked is no first
place.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from questions_rdf.pages.thing_list import Index, Order
from questions_rdf.problems import Bilingual
from questions_rdf.resources.dashboard import FEW, Counted, Section, Summary

LONGEST = 200
"""So many are on a page; whoever is looked for by name is on that of the names."""


class _Measure(NamedTuple):
    """What things are sorted by.

    ``basis`` is how many questions or answers the figure is of; none if it is a count itself.
    """

    name: str
    said: Bilingual
    lead: Bilingual
    falls: bool
    value: Callable[[Summary], float | None]
    basis: Callable[[Summary], int] | None = None
    few: Bilingual | None = None


_MEASURES = (
    _Measure(
        "questions",
        Bilingual("nombre de questions", "number of questions"),
        Bilingual("Ceux à qui reviennent le plus de questions d'abord.", "Most questions first."),
        falls=True,
        value=lambda one: one.total or None,
    ),
    _Measure(
        "part",
        Bilingual("part répondue dans le délai", "share answered in time"),
        Bilingual(
            "La plus grande part de réponses dans le délai d'abord.",
            "The largest share answered in time first.",
        ),
        falls=True,
        value=lambda one: one.outcomes.part_a_temps,
        basis=lambda one: one.outcomes.exigibles,
        few=Bilingual(
            f"Moins de {FEW} questions comptées\u00a0: pas de classement",
            f"Fewer than {FEW} questions that count: not ranked",
        ),
    ),
    _Measure(
        "delai",
        Bilingual("délai médian", "median delay"),
        Bilingual("Le délai médian le plus court d'abord.", "The shortest median delay first."),
        falls=False,
        value=lambda one: one.mediane,
        basis=lambda one: one.reponses,
        few=Bilingual(
            f"Moins de {FEW} réponses\u00a0: pas de classement",
            f"Fewer than {FEW} answers: not ranked",
        ),
    ),
    _Measure(
        "retard",
        Bilingual("questions au délai dépassé", "overdue questions"),
        Bilingual(
            "Le plus de questions au délai dépassé d'abord.", "Most overdue questions first."
        ),
        falls=True,
        value=lambda one: one.outcomes.en_attente_delai_depasse or None,
    ),
)


def with_orders(index: Index, itself: Bilingual | None = None) -> Index:
    """The list with the ways to sort it; ``itself`` is its own order, if it is a further one."""
    first = (Order("", index.path, itself),) if itself else ()
    return index._replace(orders=first + tuple(_order(index, one) for one in _MEASURES))


def orders(index: Index, things: Sequence[Counted]) -> Iterator[tuple[Index, list[Section]]]:
    """The pages of a list in its other orders.

    Args:
        index: the list, with its orders.
        things: all of its things.
    """
    for measure in _MEASURES:
        page = index._replace(
            path=_order(index, measure).path,
            title=_joined(index.title, measure.said),
            lead=measure.lead,
            untitled=None,
            telling=True,
        )
        yield page, list(_sections(measure, things))


def _order(index: Index, measure: _Measure) -> Order:
    return Order(measure.name, f"{index.path}/{measure.name}", measure.said, measure.falls)


def _sections(measure: _Measure, things: Sequence[Counted]) -> Iterator[Section]:
    """Those that are ranked, and those of which there is too little."""
    known = [one for one in things if measure.value(one.summary) is not None]
    ranked = [one for one in known if _is_enough(measure, one)]
    ranked.sort(key=lambda one: _place(measure, one))
    yield _cut(ranked, measure.said)
    few = [one for one in known if not _is_enough(measure, one)]
    if few and measure.few:
        few.sort(key=lambda one: (-_basis(measure, one), one.thing.name.fr, one.thing.iri))
        yield _cut(few, measure.few)._replace(ranked=False)


def _is_enough(measure: _Measure, one: Counted) -> bool:
    return measure.basis is None or _basis(measure, one) >= FEW


def _basis(measure: _Measure, one: Counted) -> int:
    return measure.basis(one.summary) if measure.basis else 0


def _place(measure: _Measure, one: Counted) -> tuple[float, int, str, str]:
    """Of two of one figure, that of which there is more comes first."""
    value = measure.value(one.summary) or 0.0
    size = _basis(measure, one) or one.summary.total
    return (-value if measure.falls else value, -size, one.thing.name.fr, one.thing.iri)


def _cut(things: Sequence[Counted], heading: Bilingual) -> Section:
    """As many as a page holds, and how many are not on it."""
    shown, rest = tuple(things[:LONGEST]), len(things) - LONGEST
    note = Bilingual(f"{rest} autres ne sont pas montrés.", f"{rest} more are not shown.")
    said = Bilingual(_capital(heading.fr), _capital(heading.en))
    return Section(None, shown, said, note if rest > 0 else None)


def _joined(title: Bilingual, by: Bilingual) -> Bilingual:
    return Bilingual(f"{title.fr}\u00a0: {by.fr}", f"{title.en}: {by.en}")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
