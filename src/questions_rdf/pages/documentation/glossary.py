"""The glossary: the words of the procedure in plain text, from the definitions of the ontology."""

import re
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import escaped
from questions_rdf.pages._words import CHAPTERS
from questions_rdf.pages.documentation.terms import term_link
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.reference.vocabulaire import Terme, terme

_NAME = re.compile(r"\bqp:([A-Za-z]+)\b")


class _Entry(NamedTuple):
    """A word: its place, what it means, where the ontology has it."""

    anchor: str
    word: str
    definition: Markup
    href: str | None


def glossary_page(frame: Frame) -> str:
    """The page."""
    chapters = [
        (
            one.anchor,
            one.title.in_language(frame.language),
            [_entry(name, terme(f"qp:{name}"), frame) for name in one.names],
        )
        for one in CHAPTERS
    ]
    return framed("site/glossaire.html", frame, chapters=chapters)


def _entry(name: str, told: Terme, frame: Frame) -> _Entry:
    word, meaning = (one.in_language(frame.language) for one in (told.name, told.definition))
    return _Entry(name, word, _plain(meaning, frame), term_link(told.iri, word, frame).href)


def _plain(definition: str, frame: Frame) -> Markup:
    """A definition that names other terms by what they are called, not by their codes."""

    def called(match: re.Match[str]) -> str:
        other = terme(match[0])
        name = escaped(other.name.in_language(frame.language))
        href = escaped(term_link(other.iri, name, frame).href or "")
        return f'<a href="{href}">{name}</a>'

    return Markup(_NAME.sub(called, escaped(definition)))  # noqa: S704  (escaped, but for links)
