"""What stands around every page of the site: header, navigation, language switch, footer.

A page stands at ``path + ".html"``, in English ``path + ".en.html"``; all its links are relative,
so that it works under any address and from a folder.
"""

from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import render
from questions_rdf.pages._links import suffix
from questions_rdf.pages._schema_org import LICENCE
from questions_rdf.pages._words import GLOSSARY, explained
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""What a page may load: nothing but its style."""
ASKING_POLICY = POLICY.replace("form-action 'none'", "form-action 'self'")
"""What a page may load that leads to the search by a form."""
SEARCH_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What the search page may load: its scripts, and the index that they read."""

HOME, SEARCH, OVERDUE, DATA = "index", "recherche", "rappel", "dataset"
NOT_FOUND = "404"
"""The page that hosts give out where there is none; this is its name on many of them."""
POLICIES = {SEARCH: SEARCH_POLICY, HOME: ASKING_POLICY, NOT_FOUND: ASKING_POLICY}
"""The pages that may more than others, by their paths."""


class Entry(NamedTuple):
    """A place that the navigation leads to."""

    path: str
    name: Bilingual


NAVIGATION = (
    Entry(SEARCH, Bilingual("Recherche", "Search")),
    Entry("ministeres", Bilingual("Ministères", "Ministries")),
    Entry("deputes", Bilingual("Députés", "Deputies")),
    Entry("groupes", Bilingual("Groupes", "Groups")),
    Entry("rubriques", Bilingual("Rubriques", "Rubriques")),
    Entry("territoires", Bilingual("Territoires", "Places")),
    Entry(OVERDUE, Bilingual("En retard", "Overdue")),
    Entry(DATA, Bilingual("Données", "Data")),
)
"""What stands in the header; each entry is a page that lists, or leads further."""


class Form(NamedTuple):
    """The same data in another format: its address, what it is called, its media type."""

    href: str
    label: str
    media_type: str


class Frame(NamedTuple):
    """Where a page stands, and what is around it.

    Args:
        path: the page, without suffix: ``index``, ``acteur/PA1``, ``acteur/PA1/questions/2``.
        language: of the page.
        as_of: the day of the data.
        section: the path of the entry of the navigation that the page belongs to.
        feeds: titles and paths of Atom feeds.
        forms: the same data in other formats.
        canonical: its permanent address, if that is another one.
        policy: what it may load.
        is_translated: whether it stands in both languages.
        beginning: what links begin with on a page that is given out at any address; else they
            are relative.
    """

    path: str
    language: Language
    as_of: date | None = None
    section: str | None = None
    feeds: tuple[tuple[str, str], ...] = ()
    forms: tuple[Form, ...] = ()
    canonical: str | None = None
    policy: str = POLICY
    is_translated: bool = True
    beginning: str | None = None

    @property
    def root(self) -> str:
        """What paths of the site are put behind."""
        return self.beginning or "../" * self.path.count("/")

    def address(self, path: str) -> str:
        """The address of another page, in the language of this one."""
        return f"{self.root}{path}{suffix(self.language)}"


def framed(template: str, frame: Frame, **values: object) -> str:
    """A page of the site.

    Args:
        template: a file in ``templates/`` that extends ``frame.html``.
        frame: where it stands.
        values: what the template uses beside.
    """
    return render(template, frame.language, **around(frame), **values)


def around(frame: Frame) -> dict[str, object]:
    """What ``frame.html`` uses."""
    other: Language = "en" if frame.language == "fr" else "fr"
    stem = frame.root + frame.path
    return {
        "root": frame.root,
        "policy": frame.policy,
        "licence": LICENCE,
        "as_of": frame.as_of,
        "canonical": frame.canonical,
        "feeds": frame.feeds,
        "forms": frame.forms,
        "home": frame.address(HOME),
        "here": stem + suffix(frame.language) if frame.is_translated else None,
        "other": stem + suffix(other) if frame.is_translated else None,
        "navigation": navigation(frame.root, frame.language, frame.section),
        "address": frame.address,
        "glossary": frame.address(GLOSSARY),
        "explained": partial(explained, frame.address(GLOSSARY), frame.language),
        "french": "fr" if frame.language != "fr" else None,
    }


@lru_cache(maxsize=1024)
def navigation(root: str, language: Language, section: str | None) -> Markup:
    """The navigation: the same few on all pages."""
    entries = [
        (f"{root}{one.path}{suffix(language)}", one.name.in_language(language), one.path == section)
        for one in NAVIGATION
    ]
    return Markup(render("_navigation.html", language, entries=entries))  # noqa: S704
