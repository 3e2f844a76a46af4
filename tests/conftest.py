"""The switch that rewrites golden files, for a person to read afterwards; the browser."""

from collections.abc import Iterator
from typing import Any

import pytest

import browsing


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write expected.ttl and problems.json of every case anew instead of comparing",
    )


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with browsing.chromium() as started:
        yield started


@pytest.fixture(scope="module")
def context(browser: Any) -> Any:
    return browser.new_context(locale="fr-FR")
