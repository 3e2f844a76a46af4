"""The documentation as a person sees it, from a folder, in a real browser."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import browsing
import npm
from browsing import AXE
from documented import documentation
from questions_rdf.pages import assets

pytestmark = pytest.mark.xdist_group("documentation-in-a-browser")

ALL = tuple(product(("light", "dark"), (360, 1200)))
PAGES = {
    "dataset.html": ALL,
    "requetes/reponses-tardives.en.html": ALL,
    "documentation.html": ALL,
    "codes.html": (("dark", 360),),  # long pages take long
    "requetes.html": (("light", 1200),),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("documentation")
    for path, content in documentation().items():
        file = site / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    for path in ("style.css", "resource/resource.css", "site/site.css", "icon/icon.svg"):
        found = assets.asset(path)
        assert found
        (site / "assets" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "assets" / path).write_bytes(found.content)
    return site


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with browsing.chromium() as started:
        yield started.new_context(locale="fr-FR").new_page()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_without_fault_in_light_and_dark_wide_and_narrow(
    name: str, page: Any, folder: Path
) -> None:
    axe = (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    page.goto((folder / name).as_uri())
    assert said == []
    page.evaluate(axe)
    for scheme, width in PAGES[name]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(AXE) == [], (scheme, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_opens_the_turtle_of_a_rule(page: Any, folder: Path) -> None:
    page.goto((folder / "formes.html").as_uri() + "#question-sans-titre")
    summary = page.locator("#question-sans-titre summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#question-sans-titre pre").is_visible()
