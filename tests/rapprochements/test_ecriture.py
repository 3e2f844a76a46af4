"""What counts of a text when it is compared."""

import pytest

from questions_rdf.rapprochements.ecriture import letters, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Réponse commune.", "REPONSE  COMMUNE"),
        ("l'État, c'est-à-dire", "l’État , c’est‑à‑dire"),
        ("12 000 € : oui", "12\u00a0000\u202f€\u00a0: oui"),
        ("Un.\n\nDeux.", "Un. Deux."),
        ("le cœur de l'Œuvre", "le coeur de l'oeuvre"),
        ("un été", "un e\u0301te\u0301"),
    ],
)
def test_printing_makes_no_difference(one: str, other: str) -> None:
    assert letters(one) == letters(other)


def test_a_letter_or_a_digit_makes_one() -> None:
    assert letters("loi n° 2021-1539") != letters("loi n° 2021-1538")
    assert letters("les phares") != letters("le phare")


def test_words_end_at_apostrophes_and_hyphens() -> None:
    expected = [b"aujourd", b"hui", b"c", b"est", b"a", b"dire", b"3"]
    assert words("Aujourd’hui, c'est-à-dire… 3 %") == expected


def test_a_text_in_other_letters_has_none() -> None:
    assert letters("Ελλάδα 中文") == b""
    assert words("Ελλάδα 中文") == []
