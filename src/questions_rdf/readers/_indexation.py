"""How a question is indexed: rubrique, tête d'analyse, analyses."""

from collections.abc import Iterable

from questions_rdf.readers import _markup
from questions_rdf.readers._raw_object import RawObject

_NO_TETE_ANALYSE = "aucune tête d'analyse"


def rubrique(raw: RawObject, field: str) -> str | None:
    """The rubrique in ``field``."""
    text = raw.label(field)
    return _markup.plain_label(text) if text else None


def tete_analyse(raw: RawObject, field: str) -> str | None:
    """The tête d'analyse in ``field``, unless it says that there is none."""
    text = raw.text(field)
    return _markup.plain_label(text) if text and text.casefold() != _NO_TETE_ANALYSE else None


def analyses(texts: Iterable[str]) -> tuple[str, ...]:
    """Each analysis once."""
    found = (_markup.plain_label(text).strip() for text in texts)
    return tuple(dict.fromkeys(text for text in found if text))
