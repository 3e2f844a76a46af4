"""The queries behind the lists of pages: files of ``queries/pages``, asked about one thing.

A file runs as it stands. What is an example in it is named in its header,
and its place is taken by a term that writes itself, so that nothing in it can be code.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import pyoxigraph as ox

from questions_rdf import query
from questions_rdf.files import data_folder
from questions_rdf.prefixes import expanded

Row = tuple[Any, ...]
Given = str | date | Sequence[str]
_EXAMPLE = re.compile(r"^# (\w+) = (.+)$", re.MULTILINE)
_LINK = "lien"
_LIMIT = re.compile(r"\n *LIMIT \d+ *$")


class _File(NamedTuple):
    text: str
    examples: dict[str, str]


def text(name: str, **given: Given) -> str:
    """The query of that name about what is given.

    Args:
        name: the file, without its suffix.
        given: for a word of the header, an IRI or several, or a day; ``lien`` is a property, as
            prefixed name.
    """
    file = _read(name)
    if not given:
        return file.text
    written = {file.examples[key]: _written(key, value) for key, value in given.items()}
    places = re.compile("|".join(map(re.escape, written)))
    return places.sub(lambda place: written[place[0]], file.text)


def asked(store: ox.Store, name: str, **given: Given) -> Iterator[Row]:
    """The rows of the query of that name, each cell as the words of its term."""
    results = query.run(store, text(name, **given))
    if not isinstance(results, ox.QuerySolutions):
        raise TypeError(f"{name} is no SELECT")
    columns = range(len(results.variables))
    for row in results:
        yield tuple([None if row[n] is None else row[n].value for n in columns])


def _written(key: str, value: Given) -> str:
    if isinstance(value, date):
        return str(ox.Literal(value.isoformat(), datatype=ox.NamedNode(expanded("xsd:date"))))
    iris = [value] if isinstance(value, str) else value
    if key == _LINK:
        iris = [expanded(one) for one in iris]
    return " ".join(str(ox.NamedNode(one)) for one in iris)


def without_limit(body: str) -> str:
    """The query that gives all rows."""
    return _LIMIT.sub("", body.rstrip()) + "\n"


@cache
def _read(name: str) -> _File:
    written = (data_folder("queries") / "pages" / f"{name}.rq").read_text(encoding="utf-8")
    head, _, body = written.partition("\nBASE ")
    return _File(f"BASE {body}", dict(_EXAMPLE.findall(head)))
