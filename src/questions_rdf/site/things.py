"""The files of a page that stands at an IRI: HTML in each language, Turtle and JSON-LD."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from questions_rdf.errors import OutputError
from questions_rdf.pages.resource import resource_page
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description, serialised
from questions_rdf.resources.statements import Statement, statements_of
from questions_rdf.site.site_file import SiteFile

FORMS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
"""The forms of RDF that stand beside each page."""


def files(description: Description, path: str, languages: Sequence[Language]) -> Iterator[SiteFile]:
    """The files of a page.

    Args:
        description: what it holds.
        path: where it stands.
        languages: those of the HTML.

    Raises:
        OutputError: if a form of RDF does not read back as what the page holds: a fault of ours.
    """
    root = "../" * path.count("/")
    for language in languages:
        page = resource_page(description, language, root)
        suffix = "html" if language == "fr" else f"{language}.html"
        yield SiteFile(f"{path}.{suffix}", page.encode())
    held = set(description.statements)
    for form, syntax in FORMS.items():
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
