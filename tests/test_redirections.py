"""A provisional IRI says what replaced it."""

from questions_rdf import iris
from questions_rdf.mapping import redirections
from questions_rdf.writers import TurtleWriter

PAIRS = [
    ("groupe/16-ecologiste-nupes", "organe/PO800526"),
    ("acteur/nom/16-79-eve-lepine", "acteur/PA701"),
    ("acteur/nom/14-jean-noyer", "acteur/PA705"),
    ("acteur/nom/14-jean-noyer", "acteur/PA704"),
    ("acteur/nom/16-79-eve-lepine", "acteur/PA701"),
]


def test_redirections_are_sorted_each_once_with_all_successors() -> None:
    found = [
        (node.iri, [value for _, value in node.values]) for node in redirections.describe(PAIRS)
    ]
    assert found == [
        ("acteur/nom/14-jean-noyer", ["acteur/PA704", "acteur/PA705"]),
        ("acteur/nom/16-79-eve-lepine", ["acteur/PA701"]),
        ("groupe/16-ecologiste-nupes", ["organe/PO800526"]),
    ]


def test_they_are_written_without_a_class() -> None:
    writer = TurtleWriter(iris.DEFAULT_BASE, redirections.PREFIXES)
    text = "".join(map(writer.node, redirections.describe(PAIRS[:1])))
    assert text == (
        "\n<groupe/16-ecologiste-nupes>\n    dcterms:isReplacedBy <organe/PO800526> .\n"
    )
    assert "@prefix dcterms:" in writer.header()


def test_without_pairs_there_is_nothing() -> None:
    assert list(redirections.describe([])) == []
