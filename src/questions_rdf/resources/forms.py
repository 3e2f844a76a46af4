"""A description in the forms that machines read: one graph, always the same bytes."""

from collections.abc import Callable

import pyoxigraph as ox

from questions_rdf.formats import JSON_LD, N_TRIPLES, TURTLE
from questions_rdf.resources.blocks import flat
from questions_rdf.resources.description import Description
from questions_rdf.resources.json_ld import json_ld
from questions_rdf.resources.statements import as_term
from questions_rdf.resources.turtle import turtle


def serialised(description: Description, form: str) -> bytes:
    """The statements of a page as ``ttl``, ``jsonld`` or ``nt``.

    Raises:
        KeyError: if there is no such form.
    """
    return _FORMS[form](description).encode()


def _n_triples(description: Description) -> str:
    """A line a statement, in the order of the other forms."""
    order = {block.subject: rank for rank, block in enumerate(flat(description.blocks))}
    lines = [
        (
            order[one.subject],
            f"{as_term(one.subject)} {ox.NamedNode(one.term)} {as_term(one.value)} .\n",
        )
        for one in description.statements
    ]
    return "".join(line for _, line in sorted(lines))


_FORMS: dict[str, Callable[[Description], str]] = {
    TURTLE.name: turtle,
    JSON_LD.name: json_ld,
    N_TRIPLES.name: _n_triples,
}
FORMS = tuple(_FORMS)
"""The names of the forms, which are also what their addresses end with."""
