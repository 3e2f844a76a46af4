"""The pages of the queries: the list of all, and one page each with its text and its answer."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from questions_rdf.pages._about import in_short
from questions_rdf.pages._links import WEB, Link, asked_at, place_of_term
from questions_rdf.pages.documentation.terms import term_link
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.header import Kind
from questions_rdf.query_files.library import QueryFile

KINDS: dict[Kind, Bilingual] = {
    "text": Bilingual("texte", "text"),
    "word": Bilingual("mot", "word"),
    "date": Bilingual("date", "date"),
    "integer": Bilingual("nombre entier", "whole number"),
    "iri": Bilingual("adresse", "address"),
    "question": Bilingual("question", "question"),
    "term": Bilingual("terme", "term"),
}
"""What the kinds of parameter are called."""
NEEDS = {
    "reference": Bilingual(
        "Il y faut les données de référence (build --reference).",
        "It needs the reference data (build --reference).",
    ),
    "similar": Bilingual(
        "Il y faut les groupes de questions similaires (build --similar).",
        "It needs groups of similar questions (build --similar).",
    ),
}
"""What a build must have been given."""


class Value(NamedTuple):
    """A value of an answer: an IRI, or a literal with its language, or what it is as data."""

    text: str
    iri: str | None = None
    lang: str | None = None
    day: date | None = None
    is_number: bool = False


class Answer(NamedTuple):
    """The first rows of an answer.

    Args:
        columns: their names.
        rows: the values; none where a variable is not bound.
        total: how many rows there are, or at least are.
        counted: whether that is all.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Value | None]]
    total: int
    counted: bool


class Setting(NamedTuple):
    """What surrounds an answer.

    Args:
        given: what was put in for parameters, by name.
        pages: for things that have one, the path of their page.
        endpoint: the address of the query page of an endpoint, if there is one.
    """

    given: Mapping[str, str]
    pages: Mapping[str, str]
    endpoint: str | None = None


class _Cell(NamedTuple):
    """A value as it is shown."""

    link: Link | None
    value: Value | None


class _Parameter(NamedTuple):
    """A parameter as it is shown."""

    name: str
    kind: str
    label: str
    value: str | None
    choices: tuple[str, ...]


def queries_page(files: Sequence[QueryFile], frame: Frame) -> str:
    """The list of all queries, in the order of their titles."""
    words = [(file.name, file.words(frame.language)) for file in files]
    ordered = sorted(words, key=lambda one: (one[1].title.casefold(), one[0]))
    return framed("site/requetes.html", frame, queries=ordered)


def query_page(file: QueryFile, answer: Answer | None, setting: Setting, frame: Frame) -> str:
    """The page of one query.

    Args:
        file: the query.
        answer: what it gives on the data at hand; none where it was not asked.
        setting: what was put in, where things and the endpoint stand.
        frame: where the page stands.
    """
    given, pages, endpoint = setting
    text, words = file.bound(given), file.words(frame.language)
    rows = [[_cell(one, pages, frame) for one in row] for row in answer.rows] if answer else []
    return framed(
        "site/requete.html",
        frame,
        name=file.name,
        words=words,
        about=in_short(words.description),
        needs=[NEEDS[one].in_language(frame.language) for one in file.header.needs],
        parameters=[_parameter(file, name, given, frame) for name in file.parameters],
        text=text,
        asked=asked_at(endpoint, text) if endpoint else None,
        answer=answer,
        rows=rows,
    )


def _parameter(file: QueryFile, name: str, given: Mapping[str, str], frame: Frame) -> _Parameter:
    parameter = file.parameters[name]
    return _Parameter(
        name,
        KINDS[parameter.type].in_language(frame.language),
        parameter.fr if frame.language == "fr" else parameter.en,
        given.get(name, file.default(name)),
        parameter.values,
    )


def _cell(value: Value | None, pages: Mapping[str, str], frame: Frame) -> _Cell:
    if value is None or value.iri is None:
        return _Cell(None, value)
    if page := pages.get(value.iri.partition("#")[0]):
        _, mark, fragment = value.iri.partition("#")
        return _Cell(Link(value.text, f"{frame.address(page)}{mark}{fragment}"), value)
    if place_of_term(value.iri):
        return _Cell(term_link(value.iri, value.text, frame), value)
    is_web = value.iri.startswith(WEB) and value.text == value.iri
    return _Cell(Link(value.text, value.iri if is_web else None, external=is_web), value)
