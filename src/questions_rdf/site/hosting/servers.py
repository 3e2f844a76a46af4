"""The files by which common hosts give out a site: Apache, nginx, Netlify, GitHub Pages, w3id.org.

None of them needs the others, and without any of them every link on the pages works: what is lost
is that the IRI of a thing, without an ending, leads to the form that a client likes best.
"""

from collections.abc import Iterator, Sequence

from questions_rdf import iris
from questions_rdf.media_types import CONTENT_TYPES, MEDIA_TYPES
from questions_rdf.pages.frame import NOT_FOUND
from questions_rdf.pages.hosting import settings
from questions_rdf.pages.not_found import not_found_page
from questions_rdf.resources.places import ONTOLOGY
from questions_rdf.site.address import Address
from questions_rdf.site.hosting.negotiation import FORMS, GREATER, LANGUAGES, RDF
from questions_rdf.site.site_file import SiteFile

Pair = tuple[str, str]
"""The path of a provisional address, and of what has replaced it."""

MAX_AGE = 3600
"""So many seconds may pass before a cache asks again."""
RULES = 500
"""So many provisional addresses are in the settings: Apache reads them anew for each request, a
thousand in four milliseconds."""
W3ID = "https://w3id.org/"
_SHAPES_PAGE = "formes"


def hosting_files(where: Address, moved: Sequence[Pair]) -> Iterator[SiteFile]:
    """The settings for each host.

    Args:
        where: the site.
        moved: provisional addresses with exactly one successor, in order.
    """
    rules = {"moved": moved[:RULES], "left_out": len(moved[RULES:])}
    yield SiteFile(f"{NOT_FOUND}.html", not_found_page(where.root, where.as_of).encode())
    yield _file(".htaccess", "htaccess", rules | _negotiation() | {"root": where.root})
    nginx = {"root": where.root, "host": where.host, "greater": GREATER}
    yield _file("hebergement/nginx.conf", "nginx.conf", rules | _negotiation() | nginx)
    yield _file("_redirects", "_redirects", rules | {"root": where.root})
    yield SiteFile(".nojekyll", b"")  # else GitHub Pages leaves out what begins with _
    if where.base.startswith(W3ID):
        yield _file("hebergement/w3id/.htaccess", "w3id.htaccess", _negotiation() | _w3id(where))


def _negotiation() -> dict[str, object]:
    return {
        "forms": FORMS,
        "languages": LANGUAGES,
        "rdf": RDF,
        "content_types": CONTENT_TYPES,
        "max_age": MAX_AGE,
    }


def _w3id(where: Address) -> dict[str, object]:
    return {
        "base": where.base,
        "site_url": where.site_url,
        "folder": where.base.removeprefix(W3ID).strip("/"),
        "ontology": ONTOLOGY.removeprefix(iris.DEFAULT_BASE),
        "shapes": _SHAPES_PAGE,
        "endings": list(MEDIA_TYPES),
    }


def _file(path: str, template: str, values: dict[str, object]) -> SiteFile:
    return SiteFile(path, settings(template, **values).encode())
