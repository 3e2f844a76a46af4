"""The screen by itself, for tests: which documents it leaves to pySHACL."""

from collections.abc import Iterable

import pyoxigraph as ox

from questions_rdf.files import data_folder
from questions_rdf.validation.ledger import Ledger
from questions_rdf.validation.screening.reading import read_rules
from questions_rdf.validation.screening.screen import Screen
from questions_rdf.validation.screening.shard import document_of, name_of
from questions_rdf.validation.shacl import Finding
from questions_rdf.validation.shapes import Shapes

LISTS = list(ox.parse(path=str(data_folder("ontology") / "lists.ttl"), format=ox.RdfFormat.TURTLE))


def screen_for(shapes: Shapes) -> Screen:
    rules = read_rules(shapes.graph)
    assert not rules.not_understood
    return Screen(rules)


def not_cleared(quads: Iterable[ox.Quad], screen: Screen) -> set[str]:
    """The documents that pySHACL would have to judge."""
    quads = list(quads)
    ledger = Ledger(screen.assumptions, screen.targets)
    ledger.add(screen.shard([*quads, *LISTS]))
    settlement = ledger.settle()
    pointing = {
        document_of(name_of(quad.subject))
        for quad in quads
        if not isinstance(quad.object, ox.Literal) and name_of(quad.object) in settlement.suspects
    }
    return pointing | settlement.documents


def cleared_though_wrong(
    findings: Iterable[Finding], quads: Iterable[ox.Quad], screen: Screen
) -> list[Finding]:
    """What the screen would hide: findings about documents that it clears."""
    judged = not_cleared(quads, screen)
    return [
        one
        for one in findings
        if one.focus_term.startswith("<") and document_of(one.focus) not in judged
    ]
