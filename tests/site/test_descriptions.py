"""What the index gives of a page is what a store gives: one page, whoever shows it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from built import BASE, corpus_of_queries, seeds
from described_data import AS_OF, store_of_corpus, store_of_seeds
from questions_rdf.resources import Description, described
from questions_rdf.resources.description import Listing
from questions_rdf.site import descriptions
from questions_rdf.site.index.index import Index
from questions_rdf.site.index.making import Material, made

OF_QUESTIONS = ("questions-", "reponses-d-une-parution", "mentions")
"""Lists that are pages of their own here, or of which a store gives any fifty."""


def index_of(data: Sequence[Path], folder: Path) -> tuple[Material, Index]:
    folder.mkdir()
    material = made(data, BASE, date(2026, 11, 17), folder, 1, lambda _what, _questions: None)
    return material, Index.opened(material.database, BASE)


def lists(description: Description) -> list[Listing]:
    return [one for one in description.listings if not one.name.startswith(OF_QUESTIONS)]


@pytest.mark.parametrize("corpus", ["seeds", "queries"])
def test_pages_are_the_same_from_the_index_and_from_a_store(corpus: str, tmp_path: Path) -> None:
    if corpus == "seeds":
        data, store = [seeds()[0] / "questions.nt"], store_of_seeds()
    else:
        data, store = list(corpus_of_queries()), store_of_corpus()
    material, index = index_of(data, tmp_path / "work")
    questions = 0
    for portion in material.portions():
        for about, said in material.documents(portion):
            if about.startswith(f"{BASE}question/"):
                questions += 1
                found = descriptions.of_question(index, about, said, AS_OF)
                assert found == described(store, about, BASE, AS_OF)
    assert questions == next(index.rows("SELECT count(*) FROM question"))[0] >= 5
    for page, kind in index.pages():
        found_thing = descriptions.of_thing(index, page, AS_OF)
        wanted = described(store, page, BASE, AS_OF)
        assert found_thing
        assert wanted
        assert found_thing.kind == kind == wanted.kind
        assert found_thing.statements == wanted.statements
        assert lists(found_thing) == lists(wanted)
        assert found_thing.names.items() <= wanted.names.items()
        assert found_thing.pages.items() <= wanted.pages.items()
