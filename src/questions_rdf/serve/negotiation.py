"""Which form an answer takes: what the client likes, and what there is."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Form(NamedTuple):
    """A form of answers: our name for it, the media type, and others that mean the same."""

    name: str
    media_type: str
    also: tuple[str, ...] = ()
    charset: bool = False

    @property
    def content_type(self) -> str:
        """As it stands in the header."""
        return f"{self.media_type}; charset=utf-8" if self.charset else self.media_type


ROWS = (
    Form("json", "application/sparql-results+json", ("application/json",)),
    Form("xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Form("csv", "text/csv", charset=True),
    Form("tsv", "text/tab-separated-values", charset=True),
)
TRIPLES = (
    Form("ttl", "text/turtle", ("application/x-turtle",), charset=True),
    Form("nt", "application/n-triples", ("text/plain",)),
    Form("jsonld", "application/ld+json", ("application/json",)),
    Form("rdfxml", "application/rdf+xml", ("application/xml", "text/xml")),
)
HTML = Form("html", "text/html", ("application/xhtml+xml",), charset=True)
PROBLEM = Form("problem", "application/problem+json", ("application/json",))
_EVERYTHING = "*/*"


def chosen(accept: str, forms: Sequence[Form]) -> Form | None:
    """The form that is liked best; of those liked as well, the first. None if none is wanted."""
    if not accept.strip():
        return forms[0]
    return _chosen(accept, tuple(forms))


@lru_cache(maxsize=1024)
def _chosen(accept: str, forms: tuple[Form, ...]) -> Form | None:
    wanted = _ranges(accept)
    best = max(forms, key=lambda form: _liking(form, wanted))  # the first of several
    return best if _liking(best, wanted) > 0 else None


def _ranges(header: str) -> dict[str, float]:
    """Range of media types → how much it is liked; what makes no sense is passed over."""
    found: dict[str, float] = {}
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            found[name] = max(found.get(name, 0.0), _quality(parameters))
    return found


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _liking(form: Form, wanted: dict[str, float]) -> float:
    """How much a form is liked: by name, or by a range (RFC 9110, 12.5.1)."""
    if form.media_type in wanted:
        return wanted[form.media_type]
    named = [wanted[name] for name in form.also if name in wanted]
    if named:
        return max(named)
    family = f"{form.media_type.partition('/')[0]}/*"
    return wanted.get(family, wanted.get(_EVERYTHING, 0.0))


def prefers_page(accept: str) -> bool:
    """Whether a person's browser asks: it names HTML, and likes it best."""
    return "html" in accept and chosen(accept, (*TRIPLES, *ROWS, HTML)) is HTML


@lru_cache(maxsize=1024)
def coding(accepted: str, available: tuple[str, ...]) -> str:
    """The content coding that is liked best (the first of several); ``identity`` if none is."""
    wanted = _ranges(accepted)
    best, liked = "identity", 0.0
    for name in available:
        liking = wanted.get(name, wanted.get("*", 0.0))
        if liking > liked:
            best, liked = name, liking
    return best


def matches(if_none_match: str, tag: str) -> bool:
    """Whether one of the tags is this one; a weak one is as good (RFC 9110, 13.1.2)."""
    return any(part.strip().removeprefix("W/") == tag for part in if_none_match.split(","))
