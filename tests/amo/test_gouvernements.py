"""The last days of governments and ministries that the source leaves open."""

import datetime as dt

import pytest

from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.gouvernements import DEBUTS_ABSENTS, derniers_jours
from questions_rdf.amo.records import Organe


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def gouvernement(uid: str, debut: str | None, fin: str | None = None) -> Organe:
    return Organe(uid, "GOUVERNEMENT", debut=day(debut), fin=day(fin))


def ministere(
    uid: str, parent: str | None, debut: str | None = None, fin: str | None = None
) -> Organe:
    return Organe(uid, "MINISTERE", debut=day(debut), fin=day(fin), parent=parent)


def last_days(*organes: Organe) -> dict[str, str]:
    found = derniers_jours(organes, debuts_absents=())
    return {uid: last.isoformat() for uid, last in found.items()}


FIRST, SECOND = gouvernement("PO1", "2010-05-01"), gouvernement("PO2", "2012-06-01")


def test_a_government_ends_on_the_eve_of_the_next_one() -> None:
    assert last_days(SECOND, FIRST) == {"PO1": "2012-05-31"}


def test_a_ministry_ends_with_its_government() -> None:
    open_ones = (ministere("PO3", "PO1", "2010-05-03"), ministere("PO4", "PO1", "2011-02-01"))
    assert last_days(FIRST, SECOND, *open_ones) == dict.fromkeys(
        ("PO1", "PO3", "PO4"), "2012-05-31"
    )


def test_a_ministry_of_the_present_government_has_no_last_day() -> None:
    assert "PO3" not in last_days(FIRST, SECOND, ministere("PO3", "PO2", "2012-06-03"))


def test_the_stated_end_of_the_government_counts() -> None:
    ended = gouvernement("PO1", "2010-05-01", "2012-05-20")
    assert last_days(ended, SECOND, ministere("PO3", "PO1")) == {"PO3": "2012-05-20"}


def test_a_stated_end_is_not_deduced() -> None:
    assert "PO3" not in last_days(
        FIRST, SECOND, ministere("PO3", "PO1", "2010-05-03", "2011-01-31")
    )


def test_a_ministry_whose_government_is_not_known_goes_by_its_own_first_day() -> None:
    assert last_days(FIRST, SECOND, ministere("PO3", "PO9", "2011-01-01"))["PO3"] == "2012-05-31"
    assert "PO3" not in last_days(FIRST, SECOND, ministere("PO3", "PO9"))


def test_an_end_before_the_beginning_is_no_end() -> None:
    assert "PO3" not in last_days(FIRST, SECOND, ministere("PO3", "PO1", "2013-01-01"))


def test_other_bodies_have_no_deduced_end() -> None:
    assert not last_days(SECOND, Organe("PO5", "GP", debut=dt.date(2010, 6, 1), parent="PO1"))


@pytest.mark.parametrize("debut", DEBUTS_ABSENTS)
def test_governments_that_the_source_lacks_end_the_one_before(debut: dt.date) -> None:
    before = gouvernement("PO1", (debut - dt.timedelta(days=90)).isoformat())
    assert derniers_jours([before]) == {"PO1": debut - dt.timedelta(days=1)}


def test_the_directory_tells_stated_and_deduced_ends() -> None:
    stated = ministere("PO3", "PO1", "2010-05-03", "2011-01-31")
    deduced = ministere("PO4", "PO1", "2011-02-01")
    lasting = ministere("PO6", "PO2", "2025-10-13")
    present = gouvernement("PO2", "2025-10-11")
    directory = Annuaire(
        [], [], [FIRST, gouvernement("PO5", "2012-06-01"), present, stated, deduced, lasting]
    )
    ends = [directory.fin_effective(one) for one in (stated, deduced, lasting)]
    assert ends == [dt.date(2011, 1, 31), dt.date(2012, 5, 31), None]
    assert deduced.fin is None
