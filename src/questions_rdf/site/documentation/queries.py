"""``requetes``: the queries of the project, each with its answer on the data of the site."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf import query
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.pages.documentation.queries import (
    Answer,
    Setting,
    Value,
    queries_page,
    query_page,
)
from questions_rdf.pages.frame import Frame
from questions_rdf.prefixes import expanded, prefixed
from questions_rdf.query_files import as_data
from questions_rdf.query_files.library import QueryFile, library
from questions_rdf.site.documentation.both import both
from questions_rdf.site.documentation.ontology import Resolve, nowhere
from questions_rdf.site.site_file import SiteFile

QUERIES = "requetes"
SHOWN = 25
COUNTED = 10_000
"""Rows beyond these are not counted."""
ASKED_UP_TO = 1_000_000
"""Of more triples than these a site has no answers: they are held in memory to be asked."""
_LONGEST = 200
_DATE, _INTEGER, _DECIMAL = (expanded(f"xsd:{one}") for one in ("date", "integer", "decimal"))


class Asked(NamedTuple):
    """What queries are asked of.

    Args:
        store: the data with the ontology beside it, as :mod:`questions_rdf.query` loads it; without
            one the pages say how to ask.
        as_of: the day of the data, which queries about a day are asked for.
        base: the data base.
        endpoint: the address of the query page of an endpoint, if there is one.
        resolve: where the things in answers have their pages.
    """

    store: ox.Store | None = None
    as_of: date | None = None
    base: str = DEFAULT_BASE
    endpoint: str | None = None
    resolve: Resolve = nowhere


def queries_files(of: Asked, files: Iterable[QueryFile] | None = None) -> Iterator[SiteFile]:
    """The list of the queries, and the page of each; one is asked after the other.

    Args:
        of: what they are asked of.
        files: the queries; by default those of the project.
    """
    chosen = tuple(library() if files is None else files)
    yield from both(QUERIES, lambda frame: queries_page(chosen, frame), of.as_of, forms=("ttl",))
    yield SiteFile(f"{QUERIES}.ttl", as_data.turtle(chosen).encode())
    for file in chosen:
        yield from query_files(file, of)


def query_files(file: QueryFile, of: Asked) -> Iterator[SiteFile]:
    """The page of one query in both languages; pages do not depend on each other."""
    given = todays(file, of.as_of)
    answer = None if of.store is None else answered(of.store, file.bound(given), of.base)
    setting = Setting(given, _pages(answer, of.resolve) if answer else {}, of.endpoint)

    def page(frame: Frame) -> str:
        return query_page(file, answer, setting, frame)

    yield from both(f"{QUERIES}/{file.name}", page, of.as_of)


def todays(file: QueryFile, as_of: date | None) -> dict[str, str]:
    """The day of the data for the parameters that it is meant for."""
    if as_of is None:
        return {}
    return {name: as_of.isoformat() for name, one in file.parameters.items() if one.as_of}


def answered(store: ox.Store, text: str, base: str = DEFAULT_BASE) -> Answer:
    """The first rows of a query's answer, and how many there are.

    Raises:
        UsageError: if it is no query.
    """
    found = query.run(store, text, base)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("a query of the project gives rows")
    columns = [variable.value for variable in found.variables]
    rows = [[_value(row[name], base) for name in columns] for row in islice(found, SHOWN)]
    further = sum(1 for _ in islice(found, COUNTED - len(rows))) if len(rows) == SHOWN else 0
    total = len(rows) + further
    return Answer(columns, rows, total, total < COUNTED or next(found, None) is None)


def _value(term: object, base: str) -> Value | None:
    if isinstance(term, ox.NamedNode):
        return Value(prefixed(term.value).removeprefix(base), term.value)
    if not isinstance(term, ox.Literal):
        return None if term is None else Value(str(term))
    kind = term.datatype.value
    shown = term.value if len(term.value) <= _LONGEST else f"{term.value[:_LONGEST]}…"
    day = _day(term.value) if kind == _DATE else None
    return Value(shown, lang=term.language, day=day, is_number=kind in {_INTEGER, _DECIMAL})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _pages(answer: Answer, resolve: Resolve) -> dict[str, str]:
    """The pages of the things in an answer."""
    things = {one.iri.partition("#")[0] for row in answer.rows for one in row if one and one.iri}
    found = ((iri, resolve(iri)) for iri in sorted(things))
    return {iri: page for iri, page in found if page}
