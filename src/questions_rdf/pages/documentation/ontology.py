"""The page of the ontology: its terms in French and English, each with an example from the data."""

from collections.abc import Mapping

from questions_rdf.pages._facts import Facts
from questions_rdf.pages._links import Links
from questions_rdf.pages._schema_org import data_block
from questions_rdf.pages._terms import Example, Part, ontology_view
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.resources import Description

__all__ = ["Example", "ontology_page"]


def ontology_page(description: Description, frame: Frame, examples: Mapping[str, Example]) -> str:
    """The page.

    Args:
        description: the terms and lists.
        frame: where the page stands.
        examples: for a term, by its IRI, a statement of the data that uses it.
    """
    facts = Facts(description, Links(description, frame.language, frame.root))
    view = ontology_view(facts, frame.language, examples)
    title = view["heading"]
    return framed(
        "resource/ontologie.html",
        frame,
        title=title,
        data_block=data_block(facts, title),
        table=facts.table(),
        placed=_placed(view["parts_of"]),
        **view,
    )


def _placed(parts: list[Part]) -> frozenset[str]:
    """The names of the places that the page gives its terms."""
    terms = frozenset(one.anchor for part in parts for one in part.terms)
    return terms | {part.anchor for part in parts}
