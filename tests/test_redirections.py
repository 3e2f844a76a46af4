"""A provisional IRI says what replaced it."""

from questions_rdf import iris
from questions_rdf.mapping import redirections
from questions_rdf.writers.rendering import Rendering

PAIRS = [
    ("groupe/16-ecologiste-nupes", "organe/PO800526"),
    ("acteur/nom/16-79-eve-lepine", "acteur/PA701"),
    ("acteur/nom/14-jean-noyer", "acteur/PA705"),
    ("acteur/nom/14-jean-noyer", "acteur/PA704"),
    ("acteur/nom/16-79-eve-lepine", "acteur/PA701"),
]


def turtle(pairs: list[tuple[str, str]]) -> str:
    rendering = Rendering(["ttl"], iris.DEFAULT_BASE)
    for resource in redirections.describe(pairs):
        rendering.add(*resource)
    (text,) = rendering.take().texts
    return text.decode()


def test_redirections_are_sorted_each_once_with_all_successors() -> None:
    assert turtle(PAIRS) == (
        "\n<acteur/nom/14-jean-noyer>\n    dcterms:isReplacedBy <acteur/PA704>,\n"
        "        <acteur/PA705> .\n"
        "\n<acteur/nom/16-79-eve-lepine>\n    dcterms:isReplacedBy <acteur/PA701> .\n"
        "\n<groupe/16-ecologiste-nupes>\n    dcterms:isReplacedBy <organe/PO800526> .\n"
    )


def test_they_are_written_without_a_class() -> None:
    assert " a " not in turtle(PAIRS)


def test_without_pairs_there_is_nothing() -> None:
    assert list(redirections.describe([])) == []
