"""The queries of the reports: files of ``queries/reports``, with their values filled in."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pyoxigraph as ox

from questions_rdf import query
from questions_rdf.files import data_folder

Term = ox.NamedNode | ox.Literal
Cells = tuple[str | None, ...]


def asked(store: ox.Store, name: str, **values: Sequence[Term]) -> Iterator[Cells]:
    """The rows of the query ``name``, each cell as the words of its term.

    Args:
        store: what is asked.
        name: the file, without its suffix.
        values: for a variable, what stands in the place of its ``VALUES`` line in the file.
    """
    text = _text(name)
    for variable, terms in values.items():
        text = _with(text, variable, terms)
    results = query.run(store, text)
    if not isinstance(results, ox.QuerySolutions):
        raise TypeError(f"{name} is no SELECT")
    columns = range(len(results.variables))
    for row in results:
        yield tuple([_words(row[column]) for column in columns])


def grouped(
    store: ox.Store, name: str, **values: Sequence[Term]
) -> Iterator[tuple[list[str], Cells]]:
    """What questions have, and the identifiers of those that have it, which a query concatenates.

    A hundred thousand rows take longer to hand over than to find: here are a few hundred.
    """
    for identifiants, *cells in asked(store, name, **values):
        if identifiants is not None:
            yield identifiants.split("\n"), tuple(cells)


def _with(text: str, variable: str, terms: Sequence[Term]) -> str:
    """The query with another list; a term writes itself, so that nothing in it can be code."""
    line = re.compile(rf"VALUES \?{variable} \{{[^}}]*\}}")
    listed = " ".join(map(str, terms))
    filled, count = line.subn(lambda _: f"VALUES ?{variable} {{ {listed} }}", text)
    if count != 1:
        raise KeyError(variable)
    return filled


def _words(term: Any) -> str | None:  # noqa: ANN401  (a hundred thousand rows: no questions asked)
    return None if term is None else term.value


@cache
def _text(name: str) -> str:
    return (data_folder("queries") / "reports" / f"{name}.rq").read_text(encoding="utf-8")
