"""What is made goes when it is written: memory does not grow with the number of pages."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2.runtime import Context

from built import seeds
from questions_rdf.site.publishing import Options, publish

ONCE = {
    "site/dataset.html",
    "site/requete.html",
    "charts/map.svg",
    "hosting/nginx.conf",
    "site/404.html",
}
"""Templates with macros of their own, of which a site has a page or a few."""


@pytest.fixture
def _garbage_is_kept() -> Iterator[None]:
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield
    gc.set_debug(0)
    gc.garbage.clear()


@pytest.mark.usefixtures("_garbage_is_kept")
def test_no_page_points_back_to_itself(tmp_path: Path) -> None:
    """Tasks do not look for circles: a page in one would stay until its task ends, with all of it.

    A macro in the template of a page is enough, or parts imported "with context".
    """
    publish(seeds()[0], Options(tmp_path / "site", jobs=1))
    gc.collect()
    left = {one.name for one in gc.garbage if isinstance(one, Context)}
    assert left <= ONCE, left - ONCE
