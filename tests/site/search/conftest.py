"""A site with a search, given out, and visits to it."""

from collections.abc import Iterator
from typing import Any

import pytest

import browsing
import search_corpus
from browsing import Given
from search_visit import Search


@pytest.fixture(scope="module")
def server() -> Iterator[Given]:
    with browsing.given_out(search_corpus.site(), search_corpus.UNDER) as running:
        yield running


@pytest.fixture
def visit(context: Any, server: Given) -> Iterator[Search]:
    """A visit where nothing may go wrong, policy of the page included."""
    yield from browsing.visiting(Search(context, server))
