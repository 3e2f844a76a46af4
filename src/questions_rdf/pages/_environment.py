"""The templates' environment: escaping, strictness, two languages."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any, cast

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from questions_rdf import mots
from questions_rdf.characters import ILLEGAL

_CALL = ("name", "lparen", "string", "comma", "string", "rparen")
_NO_BREAK_SPACE = "\u00a0"
_THIN_SPACE = "\u202f"
_REPLACEMENT = "\ufffd"
_ENTITIES = tuple((sign, str(escape(sign))) for sign in "&<>'\"")
_BREAKABLE = re.compile(r" (?=[:;?!»%–])|(?<=«) ")


def render(template: str, lang: str = "fr", **values: object) -> str:
    """A page, or a part of one, in French (``fr``) or English (``en``).

    Args:
        template: the name of a file in ``templates/``.
        lang: the language of what the template says by itself.
        values: what the template uses.

    Raises:
        jinja2.UndefinedError: if the template uses a name that is not among them.
    """
    return _environment(lang).get_template(template).render(values)


class _Saying(Extension):
    """Takes ``say("mot", "word")`` for the text that it is, so that nothing is left to do later."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The signs of a template, each such call as one string."""
        signs = list(stream)
        french = self.environment.globals["lang"] == "fr"
        at = 0
        while at < len(signs):
            call = signs[at : at + len(_CALL)]
            if call[0].value == "say" and tuple(one.type for one in call) == _CALL:
                yield _typeset(call[2]) if french else call[4]
                at += len(_CALL)
            else:
                yield signs[at]
                at += 1


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
    environment = _environment("fr").overlay(finalize=_legal)
    environment.filters["capitalised"] = _capitalised
    return environment


@cache
def _text_environment() -> jinja2.Environment:
    environment = _environment("fr").overlay(autoescape=False)
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


def escaped(text: str) -> str:
    """The text as mark-up: what :func:`markupsafe.escape` gives, without its wrapping."""
    for sign, entity in _ENTITIES:
        text = text.replace(sign, entity)
    return text


def _inserted(value: Any) -> str:  # noqa: ANN401  (whatever a template shows)
    """What a template puts in at ``{{ … }}``."""
    kind = type(value)
    if kind is Markup:
        return cast("str", value)
    return escaped(value) if kind is str else escape(value)


class _Template(jinja2.Template):
    """A template that escapes as all do, but puts plain texts together.

    ``markupsafe.escape`` makes an object of a class written in Python of each of the hundred pieces
    of a page, also of those that are such an object already: a third of the time of a page.
    """

    @classmethod
    def from_code(cls, *args: Any, **named: Any) -> jinja2.Template:  # noqa: ANN401
        """A compiled template; the names that it uses are the globals of its functions."""
        template = super().from_code(*args, **named)
        template.root_render_func.__globals__["escape"] = _inserted
        return template


class _Environment(jinja2.Environment):
    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template as one dictionary: it is copied for each page."""
        return {**self.globals, **(d or {})}


@cache
def _environment(lang: str) -> jinja2.Environment:
    """The templates in one language: what depends on it is a global, so that imports know it."""
    environment = _Environment(
        loader=jinja2.PackageLoader("questions_rdf.pages"),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[_Saying],
    )
    environment.globals |= {
        "lang": lang,
        "french": "fr" if lang != "fr" else None,
        "say": partial(_said, lang),
        "day": partial(_day, lang),
        "number": partial(number, lang),
    }
    environment.globals["style"] = _style(environment)
    environment.globals["style_digest"] = _digest(_style(environment))
    environment.filters |= {name: remembered(name, lang) for name in ("ref", "date", "days")}
    return environment


@cache
def remembered(name: str, lang: str) -> Callable[[Hashable], Markup]:
    """A macro of ``resource/_parts.html`` for what is on many pages: called once for each value."""

    @lru_cache(maxsize=8192)
    def made(value: Hashable) -> Markup:
        return part(name, lang)(value)

    return made


@cache
def part(name: str, lang: str) -> Callable[[object], Markup]:
    """A macro of ``resource/_parts.html``."""
    module = _environment(lang).get_template("resource/_parts.html").module
    return cast("Callable[[object], Markup]", getattr(module, name))


def style_sheet() -> str:
    """The style sheet of all pages, for those that load it."""
    return str(_style(_environment("fr")))


def _style(environment: jinja2.Environment) -> Markup:
    """The style sheet of all pages; it is ours, and stands inside the page as it is."""
    sheets = ("style.css", "charts.css")
    return Markup("".join(environment.get_template(name).render() for name in sheets))  # noqa: S704


def _digest(style: str) -> str:
    """What a content security policy calls a style by."""
    return f"sha256-{b64encode(hashlib.sha256(style.encode()).digest()).decode()}"


def _typeset(sign: Token) -> Token:
    """A French text of a template, with no-break spaces where typography wants them."""
    return Token(sign.lineno, sign.type, _BREAKABLE.sub(_NO_BREAK_SPACE, sign.value))


def _said(lang: str, french: object, english: object) -> object:
    return french if lang == "fr" else english


def _day(lang: str, value: date | None) -> str:
    """A date in words; a dash where there is none."""
    if value is None:
        return "–"
    return mots.le(value).in_language(lang).replace(" ", _NO_BREAK_SPACE)


def number(lang: str, value: float | None, digits: int = 0) -> str:
    """A number as it is printed in the language; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{value:,.{digits}f}"
    if lang == "fr":
        text = text.replace(",", _THIN_SPACE).replace(".", ",")
    return text
