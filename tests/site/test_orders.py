"""Lists in other orders: by figures that are of enough questions, the others beside without a rank."""

import pytest

from questions_rdf.pages.thing_list import Index
from questions_rdf.problems import Bilingual
from questions_rdf.resources.dashboard import Counted, Named, Outcomes, Section, Summary
from questions_rdf.site.orders import LONGEST, orders, with_orders

NAME = Bilingual("Ministères", "Ministries")
LIST = with_orders(
    Index("ministeres", "ministeres", NAME, NAME, NAME), Bilingual("Gouvernement", "Government")
)


def thing(name: str, *, in_time: int = 0, late: int = 0, days: float | None = None) -> Counted:
    answers = in_time + late
    summary = Summary(answers, Outcomes(in_time, late), days, (), answers if days else 0)
    return Counted(Named(f"x:{name}", Bilingual(name, name)), summary)


def pages(*things: Counted) -> dict[str, list[Section]]:
    return {index.path: sections for index, sections in orders(LIST, things)}


def names(section: Section) -> list[str]:
    return [one.thing.name.fr for one in section.things]


def test_one_of_one_is_not_the_first() -> None:
    found = pages(
        thing("une sur une", in_time=1),
        thing("huit sur dix", in_time=8, late=2),
        thing("neuf sur neuf", in_time=9),
        thing("neuf sur dix", in_time=9, late=1),
    )
    ranked, few = found["ministeres/part"]
    assert names(ranked) == ["neuf sur dix", "huit sur dix"]
    assert names(few) == ["neuf sur neuf", "une sur une"]
    assert ranked.ranked
    assert not few.ranked
    assert few.heading
    assert few.heading.fr == "Moins de 10 questions comptées\u00a0: pas de classement"


def test_of_two_with_the_same_share_that_of_more_questions_comes_first() -> None:
    found = pages(
        thing("petit", in_time=5, late=5), thing("b", late=10), thing("grand", in_time=50, late=50)
    )
    assert names(found["ministeres/part"][0]) == ["grand", "petit", "b"]


def test_the_shortest_median_of_enough_answers_comes_first() -> None:
    found = pages(
        thing("lent", late=20, days=200.5),
        thing("vif", in_time=20, days=30),
        thing("une seule", in_time=1, days=2),
        thing("aucune"),
    )
    ranked, few = found["ministeres/delai"]
    assert (names(ranked), names(few)) == (["vif", "lent"], ["une seule"])


def test_counts_are_ranked_however_small() -> None:
    waiting = thing("b")._replace(summary=Summary(3, Outcomes(en_attente_delai_depasse=1)))
    found = pages(thing("a", in_time=2), waiting, thing("rien"))
    assert [names(one) for one in found["ministeres/questions"]] == [["b", "a"]]
    assert [names(one) for one in found["ministeres/retard"]] == [["b"]]


def test_a_long_list_says_how_many_it_leaves_out() -> None:
    found = pages(*(thing(f"{rank:03}", in_time=1) for rank in range(LONGEST + 7)))
    (section,) = found["ministeres/questions"]
    assert len(section.things) == LONGEST
    assert section.note == Bilingual("7 autres ne sont pas montrés.", "7 more are not shown.")


def test_each_page_knows_the_ways_to_the_others() -> None:
    for index, _ in orders(LIST, []):
        paths = [one.path for one in index.orders]
        assert paths[0] == "ministeres"
        assert index.path in paths
        assert index.title != LIST.title


@pytest.mark.parametrize("order", ["questions", "part", "delai", "retard"])
def test_things_of_the_same_figures_stand_by_name(order: str) -> None:
    same = [thing(name, in_time=10, days=5) for name in "cab"]
    same = [
        one._replace(summary=one.summary._replace(outcomes=Outcomes(5, 4, 0, 1))) for one in same
    ]
    assert names(pages(*same)[f"ministeres/{order}"][0]) == ["a", "b", "c"]
