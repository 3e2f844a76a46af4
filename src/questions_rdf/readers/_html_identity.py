"""Which question an HTML page is about: by its words, its addresses, its title, its file."""

import re
from collections.abc import Collection, Iterable, Iterator

from questions_rdf.readers import _auteur_entete, _html_address, _labels, _page_identity
from questions_rdf.readers._page import Page
from questions_rdf.readers._question_checks import Statement
from questions_rdf.records import Nature

_LETTERHEAD = re.compile(r"[ |]*(\d{1,2}) ?(?:ere|eme|e)? legislature[ |]*")
FICHE_NATURE = re.compile(r"\)[ \t|]*+(qe|qg|qosd)[ \t|]*+$", re.MULTILINE)
"""The kind of question behind the author's brackets, as record cards have it."""


def is_numbered(page: Page, addresses: Iterable[str]) -> bool:
    """Whether the page says a number of a question, or has the address of one."""
    stated = _page_identity.number_in(page.folded) is not None
    return stated or any(_html_address.questions(addresses))


def statements(
    page: Page, own: Iterable[str], linked: Iterable[str], title: str, name: str
) -> Iterator[Statement]:
    """Which question this is, by the page's addresses; then, where that is open, by the rest.

    Links lead to other questions too; files are renamed. They are asked last.
    """
    stated = list(_html_address.questions(own))
    if match := FICHE_NATURE.search(page.metadata()):
        stated.append(Statement(nature=Nature(match[1].upper())))
    yield from stated
    if any(None not in statement for statement in stated):
        return
    found = _page_identity.identity(page)
    for statement in stated:
        found.state(*statement)
    links = set(_html_address.questions(linked))
    folded_title = _labels.folded(" ".join(title.split()))
    for statement in (
        *_page_identity.statements(folded_title),
        *(links if len(links) == 1 else ()),
        *_html_address.questions([name]),
    ):
        missing = Statement(
            None if found.legislatures else statement.legislature,
            None if found.natures else statement.nature,
            None if found.numeros else statement.numero,
        )
        found.state(*missing)
        yield missing


def lines_above(text: str, headings: Collection[str]) -> Iterator[str]:
    """The lines above the labels that tell number, kind, legislature, author or title.

    A menu that lists the legislatures says nothing of the question's.
    """
    lines = [line for line in re.split(r"[\n\t]+", text) if line]
    folded = [_labels.folded(line) for line in lines]
    legislatures = {match[1] for line in folded if (match := _LETTERHEAD.fullmatch(line))}
    for line, plain in zip(lines, folded, strict=True):
        if _LETTERHEAD.fullmatch(plain):
            if len(legislatures) == 1:
                yield line
        elif (
            line in headings
            or _page_identity.number_in(plain)
            or _page_identity.says_no_more(line)
            or _auteur_entete.PRINTED.search(plain)
        ):
            yield line


def numbered_parts(heading: str) -> list[str]:
    """A heading as its number and what it says besides: ``Question écrite n° 12 : Sable``."""
    match = _page_identity.number_in(_labels.folded(heading))
    if match is None:
        return [heading]
    rest = f"{heading[: match.start()]} {heading[match.end() :]}".strip(" :–—|·,.-\t")
    if not re.search(r"\w", rest):
        return [heading]
    return [heading[match.start() : match.end()], rest]
