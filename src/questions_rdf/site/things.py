"""The files of a page that stands at an IRI: HTML in each language, Turtle and JSON-LD."""

from collections.abc import Iterator, Sequence

from questions_rdf.pages._links import suffix
from questions_rdf.pages.question_list import SECTIONS
from questions_rdf.pages.resource import frame_of, resource_page
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description, serialised
from questions_rdf.resources.dashboard import Dashboard, Existence
from questions_rdf.site.checking import Checking, Forms
from questions_rdf.site.site_file import SiteFile

_FEED = Bilingual("Suivre : questions et réponses", "Follow: questions and answers")
_SECTIONS_OF_LISTS = {"rubriques": "rubriques", "portefeuilles": "ministeres"}


def files(  # noqa: PLR0913, PLR0917
    description: Description,
    path: str,
    languages: Sequence[Language],
    endpoint: str | None = None,
    dashboard: Dashboard | None = None,
    feed: str | None = None,
    checking: Checking | None = None,
    existence: Existence | None = None,
) -> Iterator[SiteFile]:
    """The files of a page.

    Args:
        description: what it holds.
        path: where it stands.
        languages: those of the HTML.
        endpoint: the address of the query page of an endpoint, if there is one.
        dashboard: the figures of the questions that belong to it, if there are any.
        feed: the path of its feed, if there is one.
        existence: when the ministry of a question was, if that was another time.
        checking: checks the forms of RDF with those of other pages; at once, if there is none.

    Raises:
        OutputError: if a form of RDF does not read back as what the page holds: a fault of ours.
    """
    root = "../" * path.count("/")
    for language in languages:
        followed = ((_FEED.in_language(language), root + feed),) if feed else ()
        section = _SECTIONS_OF_LISTS.get(path) or SECTIONS.get(description.kind)
        frame = frame_of(description, language, section=section, feeds=followed)
        html = resource_page(
            description,
            language,
            root,
            endpoint=endpoint,
            dashboard=dashboard,
            existence=existence,
            frame=frame,
        )
        yield SiteFile(path + suffix(language), html.encode())
    turtle, json_ld = serialised(description, "ttl"), serialised(description, "jsonld")
    forms = Forms(path, description.base, description.statements, turtle, json_ld)
    (checking or Checking(1)).take(forms)
    yield SiteFile(f"{path}.ttl", turtle)
    yield SiteFile(f"{path}.jsonld", json_ld)
