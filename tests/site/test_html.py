"""The pages of a site are valid HTML (the checker of the W3C), and no link of theirs is broken."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

import npm
from built import seeds
from questions_rdf.resources import Kind
from questions_rdf.site.publishing import Options, publish
from sites import OPENDATA, site_of_real_records, site_of_seeds

_ID = re.compile(r'\bid="([^"]*)"')
_LINK = re.compile(r'\b(?:href|src|action)="([^"]*)"')
made_once = pytest.mark.xdist_group("site-of-real-records")
needs_real_records = pytest.mark.skipif(
    not OPENDATA.is_dir(), reason="the real records are not at hand"
)


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def broken(site: Path) -> Iterator[str]:
    """The links that lead nowhere: to no file, or to no place of its name on a page."""
    ids = cache(lambda page: set(_ID.findall(page.read_text(encoding="utf-8"))))
    there = cache(Path.is_file)
    root = urlsplit(seeds()[1].base).path
    for page in pages(site):
        for link in set(_LINK.findall(page.read_text(encoding="utf-8"))):
            parts = urlsplit(link.replace("&amp;", "&"))
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path)
            if page == site / "404.html" and path.startswith(root):  # given out at any address
                path = f"./{path.removeprefix(root)}"
            if path.startswith("/"):
                yield f"{page}: {link} leaves the site"
                continue
            target = (page.parent / path).resolve() if path else page
            if not there(target):
                yield f"{page}: {link}"
            elif parts.fragment and unquote(parts.fragment) not in ids(target):
                yield f"{page}: {link} (no such place)"


def test_no_link_of_the_seeds_is_broken() -> None:
    assert list(broken(site_of_seeds())) == []


def test_no_link_is_broken_where_few_kinds_have_pages(tmp_path: Path) -> None:
    publish(seeds()[0], Options(tmp_path, pages=frozenset({Kind.MINISTERE, Kind.GROUPE})))
    assert list(broken(tmp_path)) == []
    assert 'href="None"' not in (tmp_path / "territoires.html").read_text(encoding="utf-8")


@needs_real_records
@made_once
def test_no_link_of_the_real_records_is_broken() -> None:
    assert list(broken(site_of_real_records()))[:20] == []


def checked(folder: Path) -> str:
    """What the checker says of all pages in a folder."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed: HTML is not checked")
    jar = npm.installed("html") / "node_modules/vnu-jar/build/dist/vnu.jar"
    # The checker takes a folder for another origin than itself, whatever the policy says.
    known = ["--filterpattern", ".*violates Content Security Policy.*"]
    options = [*known, "--skip-non-html", "--format", "gnu", "--Werror", "--stdout"]
    options.append("--exit-zero-always")
    found = subprocess.run(
        [java, "-Xss2m", "-jar", jar, *options, folder], capture_output=True, text=True, check=True
    )
    return found.stdout.replace(f"{folder}/", "")


def test_all_pages_of_the_seeds_are_valid() -> None:
    assert checked(site_of_seeds()) == ""


@needs_real_records
@made_once
def test_one_page_of_each_sort_of_the_real_records_is_valid(tmp_path: Path) -> None:
    site = site_of_real_records()
    for folder in {page.parent for page in pages(site)}:
        largest = sorted(folder.glob("*.html"), key=lambda page: -page.stat().st_size)[:4]
        for page in largest:
            copy = tmp_path / page.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(page, copy)
    assert checked(tmp_path) == ""


def test_every_page_says_its_language_and_has_one_heading_and_a_main_part() -> None:
    for page in pages(site_of_seeds()):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        language = "en" if page.name.endswith(".en.html") else "fr"
        html = tree.css_first("html")
        assert html is not None
        assert html.attributes["lang"] == language, page
        assert len(tree.css("h1")) == 1, page
        assert len(tree.css("main")) == 1, page
        assert tree.css_first("title").text().strip(), page  # type: ignore[union-attr]


def test_every_page_says_what_it_is_to_those_who_find_or_share_it() -> None:
    for page in pages(site_of_seeds()):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        said = {
            one.attributes.get("name") or one.attributes.get("property"): one.attributes["content"]
            for one in tree.css("meta[content]")
        }
        canonical = tree.css_first("link[rel=canonical]")
        english = page.name.endswith(".en.html")
        assert (said["description"] or "").strip(), page
        assert len(said["description"] or "") < 400, page
        assert said["og:description"] == said["description"], page
        assert said["og:title"] == tree.css_first("title").text(), page  # type: ignore[union-attr]
        assert said["og:locale"] == ("en_GB" if english else "fr_FR"), page
        assert said.get("og:url") == (canonical.attributes["href"] if canonical else None), page
        assert said["og:type"] in {"website", "article", "profile"}, page


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "question/QANR5L17QE2621.html",
            "Mme Danielle Brulebois attire l'attention de Mme la ministre de la santé",
        ),
        ("question/QANR5L17QE2621.en.html", "Mme Danielle Brulebois attire l'attention de"),
        ("acteur/nom/17-39-danielle-brulebois.html", "Députée : Danielle Brulebois. 1 question,"),
        ("acteur/nom/17-39-danielle-brulebois.en.html", "Deputy: Danielle Brulebois. 1 question,"),
        ("ministeres.html", "Par Gouvernement, le dernier d'abord."),
        ("index.en.html", "The questions of French deputies to the Government, and its answers: 5"),
    ],
)
def test_the_description_of_a_page_is_made_of_what_it_shows(path: str, said: str) -> None:
    tree = LexborHTMLParser((site_of_seeds() / path).read_text(encoding="utf-8"))
    one = tree.css_first("meta[name=description]")
    assert one is not None
    assert (one.attributes["content"] or "").replace("\u00a0", " ").startswith(said)
    is_french = path.startswith("question/") and ".en." in path
    assert one.attributes.get("lang") == ("fr" if is_french else None)


def test_no_page_has_a_script_or_a_style_inside() -> None:
    for page in pages(site_of_seeds()):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        kinds = {one.attributes.get("type") for one in tree.css("script:not([src])")}
        assert kinds <= {"application/ld+json", "application/json"}, page
        assert not tree.css("style, [style], [onclick], [onload]"), page
