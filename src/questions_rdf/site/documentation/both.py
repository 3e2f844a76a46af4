"""A page in French and in English, as files."""

from collections.abc import Callable, Iterator
from datetime import date

from questions_rdf.pages._links import suffix
from questions_rdf.pages.frame import DATA, Form, Frame
from questions_rdf.query_files.library import Language
from questions_rdf.site.site_file import SiteFile

LANGUAGES: tuple[Language, ...] = ("fr", "en")
_FORMS = {
    "ttl": ("Turtle", "text/turtle"),
    "jsonld": ("JSON-LD", "application/ld+json"),
    "rdf": ("RDF/XML", "application/rdf+xml"),
}


def both(
    path: str,
    page: Callable[[Frame], str],
    as_of: date | None,
    *,
    forms: tuple[str, ...] = (),
    canonical: str | None = None,
) -> Iterator[SiteFile]:
    """The two files of a page of the documentation.

    Args:
        path: where it stands, without suffix.
        page: makes it, for its frame.
        as_of: the day of the data.
        forms: the other formats that stand beside it.
        canonical: its permanent address, if it has one.
    """
    root = "../" * path.count("/")
    beside = tuple(Form(f"{root}{path}.{form}", *_FORMS[form]) for form in forms)
    for language in LANGUAGES:
        frame = Frame(path, language, as_of, DATA, forms=beside, canonical=canonical)
        yield SiteFile(path + suffix(language), page(frame).encode())
