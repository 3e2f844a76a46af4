"""What the routes make of a request before they answer it: its form, its headers, its sense."""

import hashlib
from collections.abc import Mapping

from questions_rdf.serve import negotiation, protocol, refusals
from questions_rdf.serve.exchange import Exchange
from questions_rdf.serve.messages import Generation
from questions_rdf.serve.negotiation import Form
from questions_rdf.serve.queueing import Refused

_VARY = "Accept, Accept-Encoding"


def refuse_long(exchange: Exchange, most: int) -> None:
    """Refuse an address that is too long.

    Raises:
        Refused: if it is.
    """
    if len(exchange.address) + len(exchange.path) > most:
        raise Refused(refusals.LONG_ADDRESS.filled(most=most))


def reading_only(exchange: Exchange) -> None:
    """Refuse methods that would change something.

    Raises:
        Refused: if it is one.
    """
    if exchange.method not in {"GET", "HEAD"}:
        raise Refused(refusals.METHOD)


def form_for(exchange: Exchange, forms: tuple[Form, ...]) -> Form:
    """The form that the client likes best.

    Raises:
        Refused: if it wants none of them.
    """
    form = negotiation.chosen(exchange.header(b"accept"), forms)
    if form is None:
        offered = ", ".join(one.media_type for one in forms)
        raise Refused(refusals.NOT_ACCEPTABLE.filled(offered=offered))
    return form


def headers_of(form: Form, coding: str) -> dict[str, str]:
    """What stands before every answer of this form and coding."""
    headers = {"Content-Type": form.content_type, "Vary": _VARY, "Cache-Control": "no-cache"}
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return headers


def tag_of(generation: Generation, asked: protocol.Asked, media_type: str, coding: str) -> str:
    """The tag of an answer: the same data, query, graphs, form and coding give the same bytes."""
    parts = (generation.key, asked.query, media_type, coding, *asked.default_graphs, "")
    return tag(*parts, *asked.named_graphs)


async def unchanged(exchange: Exchange, headers: Mapping[str, str]) -> bool:
    """Whether the client has what the ``ETag`` of ``headers`` names; it is told so (304)."""
    if not negotiation.matches(exchange.header(b"if-none-match"), headers["ETag"]):
        return False
    await exchange.start(304, headers)
    await exchange.piece(b"", more=False)
    return True


def tag(*parts: str) -> str:
    """A strong tag for bytes that follow from these parts."""
    text = "\0".join(parts)
    return f'"{hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]}"'
