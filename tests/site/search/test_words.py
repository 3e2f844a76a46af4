"""Words are found however they are spelt: accents, ligatures, apostrophes, case, plural."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.site.search.words import EMPTY, folded, stem, words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ecole", "École"),
        ("oeuvre", "ŒUVRE"),
        ("coeur", "cœurs"),
        ("curriculum vitae", "curriculum vitæ"),
        ("Foe", "Foë"),
        ("l'ecole", "l’école"),
        ("aujourd hui", "aujourd’hui"),
        ("ca", "ça"),
        ("noel", "Noe\u0308l"),
        ("retraite", "retraités"),
        ("retraite", "RETRAITES"),
        ("retrait", "retraits"),
        ("employé", "employées"),
        ("signaler", "signalées"),
        ("étudiant", "étudiantes"),
        ("européen", "européennes"),
        ("local", "locale"),
        ("locales", "locaux"),
        ("travail", "travaux"),
        ("journal", "journaux"),
        ("bureaux", "bureau"),
        ("tuyau", "tuyaux"),
        ("loi", "lois"),
        ("eau", "eaux"),
        ("proteger", "protégées"),
        ("professionnel", "professionnelles"),
        ("bien vieillir", "bien-vieillir"),
        ("1er", "1ᵉʳ"),
        ("qanr5l17qe201", "QANR5L17QE201"),
    ],
)
def test_both_spellings_are_the_same_words(typed: str, printed: str) -> None:
    assert words(typed) == words(printed)
    assert words(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mer", "mère"),
        ("école", "écologie"),
        ("poste", "poule"),
        ("2024", "2025"),
        ("an", "année"),
        ("retraite", "retrait"),
        ("port", "porte"),
        ("sel", "selle"),
        ("Anne", "année"),
        ("plan", "plante"),
        ("mal", "mâle"),
    ],
)
def test_other_words_stay_others(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_words_that_say_nothing_are_left_out_and_numbers_are_kept() -> None:
    assert set(words("L'article 5 de la loi")) == {"article", "5", "loi"}
    assert not words("de la, et du !")
    assert all(folded(word) == word for word in EMPTY)


def test_words_are_counted_as_they_are_looked_up() -> None:
    assert words("École, écoles, ECOLE")["ecole"] == 3


@given(st.text())
def test_whatever_a_text_holds_its_words_are_plain(text: str) -> None:
    for word in words(text):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.lower()


@given(st.from_regex("[a-z]{1,14}", fullmatch=True))
def test_a_plural_is_found_by_its_singular(word: str) -> None:
    if word[-1] not in "sxz" and len(word) > 3:
        assert stem(f"{word}s") == stem(word)


@given(st.from_regex("[a-z]{4,14}", fullmatch=True))
def test_endings_leave_three_letters_at_least(word: str) -> None:
    assert len(stem(word)) >= 3
