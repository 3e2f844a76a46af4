"""The author as the old files print it: surname first, then group and département in brackets.

``de  M.   Brard Jean-Pierre ( Députés Communistes et Républicains - Seine-Saint-Denis )``. The
record has the first name first, as everywhere else. Where surname and first name part is not
printed: the last word is taken for the first name, unless capitals mark the surname.
"""

from questions_rdf.readers import _auteur_entete, _page
from questions_rdf.readers._page_question import Author

_PARTICLES = frozenset(("de", "du", "des", "d'", "von", "van"))


def author(page: _page.Page, legislature: int) -> Author:
    """The author, with group and département."""
    return _auteur_entete.author(page, legislature, natural)


def natural(name: str) -> str:
    """A name with the first name first.

    >>> natural("Brard Jean-Pierre")
    'Jean-Pierre Brard'
    >>> natural("La Raudière Laure de")
    'Laure de La Raudière'
    """
    words = name.replace("d' ", "d'").split()
    trailing = [words.pop()] if words and words[-1].lower() in _PARTICLES else []
    if len(words) < 2:  # noqa: PLR2004  (a surname and a first name)
        return " ".join((*words, *trailing))
    cut = _end_of_capitals(words) or len(words) - 1
    turned = " ".join((*words[cut:], *trailing, *words[:cut]))
    return turned.replace("d' ", "d'")


def _end_of_capitals(words: list[str]) -> int:
    """How many words of a surname in capitals come first; none where all words are."""
    return next((n for n, word in enumerate(words) if not _is_capitals(word)), 0)


def _is_capitals(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
