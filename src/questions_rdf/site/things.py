"""The files of a page that stands at an IRI: HTML in each language, Turtle and JSON-LD."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from questions_rdf.errors import OutputError
from questions_rdf.pages._links import suffix
from questions_rdf.pages.resource import frame_of, resource_page
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description, Kind, serialised
from questions_rdf.resources.dashboard import Dashboard
from questions_rdf.resources.statements import Statement, statements_of
from questions_rdf.site.site_file import SiteFile

_SYNTAX = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
_FEED = Bilingual("Suivre : questions et réponses", "Follow: questions and answers")
_SECTIONS = {
    Kind.MINISTERE: "ministeres",
    Kind.GOUVERNEMENT: "ministeres",
    Kind.PORTEFEUILLE: "ministeres",
    Kind.PERSONNE: "deputes",
    Kind.GROUPE: "groupes",
    Kind.RUBRIQUE: "rubriques",
    Kind.DEPARTEMENT: "territoires",
    Kind.CIRCONSCRIPTION: "territoires",
}
_SECTIONS_OF_LISTS = {"rubriques": "rubriques", "portefeuilles": "ministeres"}


def files(  # noqa: PLR0913, PLR0917
    description: Description,
    path: str,
    languages: Sequence[Language],
    endpoint: str | None = None,
    dashboard: Dashboard | None = None,
    feed: str | None = None,
) -> Iterator[SiteFile]:
    """The files of a page.

    Args:
        description: what it holds.
        path: where it stands.
        languages: those of the HTML.
        endpoint: the address of the query page of an endpoint, if there is one.
        dashboard: the figures of the questions that belong to it, if there are any.
        feed: the path of its feed, if there is one.

    Raises:
        OutputError: if a form of RDF does not read back as what the page holds: a fault of ours.
    """
    root = "../" * path.count("/")
    for language in languages:
        followed = ((_FEED.in_language(language), root + feed),) if feed else ()
        section = _SECTIONS.get(description.kind) or _SECTIONS_OF_LISTS.get(path)
        frame = frame_of(description, language, section=section, feeds=followed)
        html = resource_page(
            description,
            language,
            root,
            endpoint=endpoint,
            dashboard=dashboard,
            frame=frame,
        )
        yield SiteFile(path + suffix(language), html.encode())
    held = set(description.statements)
    for form, syntax in _SYNTAX.items():
        content = serialised(description, form)
        _compare(held, content, syntax, f"{path}.{form}")
        yield SiteFile(f"{path}.{form}", content)


def _compare(held: set[Statement], content: bytes, syntax: ox.RdfFormat, path: str) -> None:
    """What was written is read again by a strict parser."""
    try:
        found = set(statements_of(ox.parse(content, format=syntax)))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{path} does not read back: {error}") from error
    if found != held:
        raise OutputError(f"{path} does not hold what the page does")
