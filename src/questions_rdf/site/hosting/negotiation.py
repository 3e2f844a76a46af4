"""Which form of a document a client gets, in patterns that the settings of servers are made of.

By RFC 9110, 12.5: of a form, the strongest range that names it says how much it is liked (``q``);
the form that is liked best wins, the page before Turtle before JSON-LD. One thing is our own: a
client that names a form of RDF, be it one that we have not, does not mean the page by ``*/*``.
"""

from typing import NamedTuple

from questions_rdf.formats import JSON_LD, TURTLE

HTML = "html"
_DIGITS = range(1, 10)


class Range(NamedTuple):
    """A range of media types, or of languages, as patterns for the header.

    Args:
        named: matches where the range stands.
        lowered: matches where it is liked less than 1, and captures how much, without zeros at
            the end, so that as text a greater number is the greater text.
    """

    named: str
    lowered: str


class Choice(NamedTuple):
    """Something to choose: the name of it, and the ranges that mean it, the strongest first.

    ``for_people`` says that weak ranges do not count where the header names RDF.
    """

    name: str
    strong: tuple[Range, ...]
    weak: tuple[Range, ...]
    for_people: bool = False


def _range(pattern: str) -> Range:
    begin = rf"(?:^|,)\s*{pattern}\s*"
    return Range(rf"{begin}(?:;|,|$)", rf"{begin};(?:[^,]*;)?\s*q=(0(?:\.[0-9]*[1-9])?)")


def _form(name: str, *media_types: str, for_people: bool = False) -> Choice:
    family = f"{media_types[0].partition('/')[0]}/*"
    strong = tuple(_range(_literal(one)) for one in media_types)
    weak = tuple(_range(_literal(one)) for one in (family, "*/*"))
    return Choice(name, strong, weak, for_people)


def _language(name: str) -> Choice:
    return Choice(name, (_range(rf"{name}(?:-[a-z0-9-]+)?"),), (_range(_literal("*")),))


def _literal(text: str) -> str:
    for character in "*+.":
        text = text.replace(character, f"\\{character}")
    return text


FORMS = (
    _form(HTML, "text/html", for_people=True),
    _form(TURTLE.name, TURTLE.media_type, "application/x-turtle"),
    _form(JSON_LD.name, JSON_LD.media_type, "application/json"),
)
"""In the order of preference."""
LANGUAGES = (_language("fr"), _language("en"))
RDF = r"(?:turtle|n3|n-triples|n-quads|trig|rdf\+|ld\+json)"
"""Where an ``Accept`` names a form of RDF."""
GREATER = (
    r"^([0-9.]*)(?:[0-9.]+ \1$|"
    + "|".join(rf"{digit}[0-9.]* \1[0-{digit - 1}]" for digit in _DIGITS)
    + ")"
)
"""Whether the first of two numbers with a space between them is the greater."""
