"""The templates' environment: escaping, strictness, two languages."""

import hashlib
from base64 import b64encode
from datetime import date
from functools import cache, partial

import jinja2
from markupsafe import Markup

from questions_rdf import mots
from questions_rdf.characters import ILLEGAL

_NO_BREAK_SPACE = "\u00a0"
_THIN_SPACE = "\u202f"
_REPLACEMENT = "\ufffd"


def render(template: str, lang: str = "fr", **values: object) -> str:
    """A page, or a part of one, in French (``fr``) or English (``en``).

    Args:
        template: the name of a file in ``templates/``.
        lang: the language of what the template says by itself.
        values: what the template uses.

    Raises:
        jinja2.UndefinedError: if the template uses a name that is not among them.
    """
    languages = {
        "lang": lang,
        "say": partial(_said, lang),
        "day": partial(_day, lang),
        "number": partial(_number, lang),
    }
    return _environment().get_template(template).render(languages | values)


def render_xml(template: str, **values: object) -> str:
    """An XML document, in French; a character that XML forbids becomes U+FFFD.

    Args:
        template: the name of a file in ``templates/``.
        values: what the template uses.

    Raises:
        jinja2.UndefinedError: if the template uses a name that is not among them.
    """
    return _xml_environment().get_template(template).render(day=partial(_day, "fr"), **values)


def render_text(template: str, **values: object) -> str:
    """A text that is no mark-up: the settings of a server. Nothing in it is escaped.

    Args:
        template: the name of a file in ``templates/``.
        values: what the template uses; checked before, as what they are made of.

    Raises:
        jinja2.UndefinedError: if the template uses a name that is not among them.
    """
    return _text_environment().get_template(template).render(values)


@cache
def _xml_environment() -> jinja2.Environment:
    environment = _environment().overlay(finalize=_legal)
    environment.filters["capitalised"] = _capitalised
    return environment


@cache
def _text_environment() -> jinja2.Environment:
    environment = _environment().overlay(autoescape=False)
    environment.filters["pattern"] = _pattern
    return environment


def _pattern(path: str) -> str:
    """A pattern for a path of the site: of what may stand in one, the dot alone means more."""
    return path.replace(".", r"\.")


def _legal(value: object) -> object:
    """A text that may stand in XML."""
    if isinstance(value, str) and ILLEGAL.search(value):
        return type(value)(ILLEGAL.sub(_REPLACEMENT, value))
    return value


def _capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return type(text)(text[:1].upper() + text[1:])


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("questions_rdf.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["style"] = _style(environment)
    environment.globals["style_digest"] = _digest(_style(environment))
    return environment


def style_sheet() -> str:
    """The style sheet of all pages, for those that load it."""
    return str(_style(_environment()))


def _style(environment: jinja2.Environment) -> Markup:
    """The style sheet of all pages; it is ours, and stands inside the page as it is."""
    sheets = ("style.css", "charts.css")
    return Markup("".join(environment.get_template(name).render() for name in sheets))  # noqa: S704


def _digest(style: str) -> str:
    """What a content security policy calls a style by."""
    return f"sha256-{b64encode(hashlib.sha256(style.encode()).digest()).decode()}"


def _said(lang: str, french: str, english: str) -> str:
    return french if lang == "fr" else english


def _day(lang: str, value: date | None) -> str:
    """A date in words; a dash where there is none."""
    if value is None:
        return "–"
    return mots.le(value).in_language(lang).replace(" ", _NO_BREAK_SPACE)


def _number(lang: str, value: float | None, digits: int = 0) -> str:
    """A number as it is printed in the language; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{value:,.{digits}f}"
    if lang == "fr":
        text = text.replace(",", _THIN_SPACE).replace(".", ",")
    return text
