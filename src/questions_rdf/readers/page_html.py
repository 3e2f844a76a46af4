"""Pages of the Assembly's site as HTML, of all its generations, and copies that browsers save.

The record card of legislatures 7 to 12, the tables of the 13th, the sections of the 14th and 15th,
the present pages below ``/dyn/``: one reader, since their labels are the same.
"""

import re
from collections.abc import Iterator

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Problem
from questions_rdf.readers import (
    _auteur_dyn,
    _auteur_entete,
    _auteur_fiche,
    _html_identity,
    _html_page,
    _html_source,
    _labels,
    _page,
    _page_identity,
)
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_question import Author, author_named, question_of
from questions_rdf.readers._protocol import Found, Rank
from questions_rdf.readers._text_ends import BODIES

NAME = "page-html"
RANK = Rank.PAGE

_DOCUMENT = re.compile(
    r"\s*+(?:<\?xml\b[^<>]*>\s*+)?(?>(?:(?><!--.*?-->)\s*+)*)"
    r"<(?:!doctype\s+html|html|head|body|frameset|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*+<(?:section|article|main|header|div|table|tr|td|center)\b", re.IGNORECASE
)
_CLASSES = re.compile(
    r"question_(?:header|col|info|answer|publish)|tdstyleh\d|contenutexte|reponse_contenu"
    r"|blocMinistereAttributaire"
)
_FICHE_TITLE = re.compile(r"(?:^|[\t|]) *+fiche question *+(?=$|[\t|])", re.MULTILINE)
_NAMED = re.compile(r"(?:m\.?|mme|mlle) \S")


def sniff(head: str) -> bool:
    """Whatever is HTML: what is no question page gets a problem that says so."""
    if _DOCUMENT.match(head) or _html_source.IS_ARCHIVE.match(head):
        return True
    return bool(_FRAGMENT.match(head) and _CLASSES.search(head))


def read(document: Document) -> Iterator[Found | Problem]:
    """The one question of the page."""
    source = _html_source.opened(document)
    page = _html_page.page_of(source, document.name, document.origin)
    if page is None:
        title = _html_source.title_of(source.html)
        yield catalogue.DOCUMENT_HTML.at(document.origin, title=title)
        return
    yield from source.problems
    yield from question_of(page, _author, _title)


def _author(page: _page.Page, legislature: int) -> Author:
    """The author, in the way in which this page prints it."""
    if not _is_printed_in_brackets(page):
        author = _auteur_dyn.author(page, legislature)
        return author if author.personne else _linked(page, author, legislature)
    for value in page.values(Label.AUTEUR):
        page.problems.append(catalogue.AUTEUR_ILLISIBLE.at(value.origin, value=value.text))
    if _is_fiche(page.metadata()):  # the 13th legislature has both layouts
        return _auteur_fiche.author(page, legislature)
    return _auteur_entete.author(page, legislature)


def _is_fiche(folded: str) -> bool:
    """Whether a page is a record card: it says so, or has the kind behind the brackets."""
    if _html_identity.FICHE_NATURE.search(folded):
        return True
    return "fiche question" in folded and _FICHE_TITLE.search(folded) is not None


def _is_printed_in_brackets(page: _page.Page) -> bool:
    """Whether group and département stand behind the name; no label says who it is then.

    A label that names nobody, or that goes on with a text, may be a paragraph of that text.
    """
    ranks = page.places(Label.AUTEUR)
    if any(_names_the_author(page, rank) for rank in ranks):
        return False
    end = page.matches[ranks[0]].start if ranks else len(page.folded)
    found = _auteur_entete.PRINTED.finditer(page.folded, 0, end)
    return any(not page.in_a_text(match.start()) for match in found)


def _names_the_author(page: _page.Page, rank: int) -> bool:
    """Whether the label of that rank has a name behind it, and is not just below a heading."""
    value = page.value_at(rank)
    in_a_text = rank > 0 and page.matches[rank - 1].label in BODIES
    return (
        value is not None and not in_a_text and _NAMED.match(_labels.folded(value.text)) is not None
    )


def _linked(page: _page.Page, stated: Author, legislature: int) -> Author:
    """The one deputy that the page links to, where no label names the author."""
    names = {
        identifier: words
        for words, identifier in page.acteurs.items()
        if words in page.text and words.startswith(("M. ", "Mme ", "Mlle "))
    }
    if page.value(Label.AUTEUR) or len(names) != 1:
        return stated
    (name,) = names.values()
    person = author_named(page, _page.Value(name, page.origin), legislature).personne
    return stated._replace(personne=person)


def _title(page: _page.Page) -> str | None:
    """What is labelled as title; else the heading, which old pages do not have."""
    return page.label(Label.TITRE) or (
        None if _is_printed_in_brackets(page) else _page_identity.title(page)
    )
