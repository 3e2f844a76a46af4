"""One server for all tests that only ask."""

from collections.abc import Iterator

import pytest

from built import seeds
from endpoint import Endpoint, serving


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """A server of the seeds, with small limits."""
    folder = tmp_path_factory.mktemp("endpoint")
    options = ["--timeout", "2", "--max-query", "20000", "--max-result", "400000"]
    with serving(seeds()[0], folder, *options) as one:
        yield one
