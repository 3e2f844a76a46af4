"""Why the responsible ministry changed."""

from datetime import date

import msgspec
import pytest

from annuaires import ACTEURS, MANDATS, ORGANES, ministere
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.deduction.motifs import motif
from questions_rdf.facts import Motif
from questions_rdf.records import Attribution, InfoJO, Organisme, TypeJO

SUCCESSOR = ministere(85, "Santé et solidarités", "PO71", "2023-07-21", "2024-01-09")
KNOWN = Annuaire(ACTEURS, MANDATS, (*ORGANES, SUCCESSOR))


def attributed(organe: str, day: date | None, edition: TypeJO | None = None) -> Attribution:
    return Attribution(Organisme(16, organe), info_jo=InfoJO(edition, day))


@pytest.mark.parametrize(
    ("before", "after", "day", "expected"),
    [
        ("PO81", "PO82", date(2023, 4, 4), Motif.TRANSFERT),
        ("PO81", "PO82", None, Motif.TRANSFERT),
        ("PO81", "PO83", date(2024, 2, 9), Motif.REMANIEMENT),  # its first day
        ("PO81", "PO83", date(2024, 2, 24), Motif.REMANIEMENT),  # the fifteenth after it
        ("PO81", "PO83", date(2024, 2, 25), None),  # another government, later
        ("PO81", "PO83", date(2024, 1, 25), Motif.REMANIEMENT),  # printed before it began
        ("PO82", "PO85", date(2023, 8, 1), Motif.REMANIEMENT),
        ("PO82", "PO85", date(2023, 9, 5), Motif.TRANSFERT),
        ("PO81", "PO81", date(2022, 5, 25), None),  # nothing changed
        ("PO81", "PO999", date(2023, 4, 4), None),  # not known
        ("PO999", "PO82", date(2023, 4, 4), None),
    ],
)
def test_a_transfer_is_told_from_a_change_of_government(
    before: str, after: str, day: date | None, expected: Motif | None
) -> None:
    first = attributed(before, date(2023, 3, 14))
    assert motif(attributed(after, day), first, KNOWN) is expected


def test_a_ministry_that_goes_on_under_another_identifier_transfers_nothing() -> None:
    heir = msgspec.structs.replace(SUCCESSOR, precedent="PO82")
    known = Annuaire(ACTEURS, MANDATS, (*ORGANES, heir))
    change = attributed("PO85", date(2023, 9, 5))
    assert motif(change, attributed("PO82", None), known) is None


def test_the_laws_and_decrees_tell_of_a_new_government_without_any_reference() -> None:
    change = attributed("PO83", date(2024, 4, 3), TypeJO.LOIS_ET_DECRETS)
    assert motif(change, attributed("PO81", None)) is Motif.REMANIEMENT
    assert motif(attributed("PO83", date(2024, 4, 3)), attributed("PO81", None)) is None
