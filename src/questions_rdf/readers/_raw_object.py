"""A raw JSON object that is emptied field by field, so that what nobody asked for is noticed.

The official JSON is made from XML: a field may be absent, null, an empty string or
``{"@xsi:nil": "true"}``; a text may be ``{"#text": …}``; what repeats is a list, or a lone object.
"""

import marshal
import re
import reprlib
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from questions_rdf import catalogue
from questions_rdf.iris import slug
from questions_rdf.problems import Code, Origin, Problem
from questions_rdf.readers import _characters, _dates, _markup
from questions_rdf.readers._numbers import whole
from questions_rdf.records import TypeJO

T = TypeVar("T")

_PATH = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*"
_ADDRESS = re.compile(
    rf"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::\d+)?(?:/{_PATH})?(?:\?{_PATH})?(?:#{_PATH})?"
)
_PLAIN_SIGN = re.compile("[A-Za-z0-9]")
_NAMESPACE_FIELDS = frozenset(("@xmlns", "@xmlns:xsi", "@xsi:type", "@xsi:nil"))

KNOWN: dict[tuple[Hashable, ...], Any] = {}
MOST_KNOWN = 20_000
LONGEST_KNOWN = 2_000
"""How many parts are remembered at a time, and the most bytes that one may have as a key."""
_UNKNOWN: Any = object()

_EDITIONS = {edition.value: edition for edition in TypeJO}


class RawObject:
    """One JSON object of a record, its dotted path, and the list that problems go to.

    The object is used up: a field that was asked for is gone from it. ``legal`` says that it is
    known to have no illegal character.
    """

    __slots__ = ("_fields", "_legal", "_origin", "path", "problems")

    def __init__(
        self,
        fields: dict[str, Any],
        origin: Origin,
        path: str,
        problems: list[Problem],
        legal: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        self._fields = fields
        self._origin = origin
        self._legal = legal
        self.path = path
        self.problems = problems

    def text(self, field: str) -> str | None:
        """The string in ``field``, without illegal characters; ``None`` where nothing is stated."""
        value = self._fields.pop(field, None)
        if value is None:
            return None
        # Nearly every field is such a string: a call less for 20 of them is 3 µs a question.
        if self._legal and isinstance(value, str) and len(value) <= _characters.MAX_TEXT:
            return value if value and not value.isspace() else None
        return self._string(field, value)

    def label(self, field: str) -> str | None:
        """The string in ``field`` as a label; one without a letter or digit names nothing."""
        return self._parsed(field, _label, catalogue.FORME_INATTENDUE.at)

    def plain_label(self, field: str) -> str | None:
        """The label in ``field`` without mark-up or character references."""
        text = self.label(field)
        return _characters.label(_markup.plain_label(text)) if text else None

    def texts(self, field: str) -> Iterator[str]:
        """The strings in ``field``, one or a list."""
        value = self._fields.pop(field, None)
        for item in value if isinstance(value, list) else [value]:
            text = self._string(field, item)
            if text:
                yield text

    def number(self, field: str) -> int | None:
        """The whole number in ``field``, or ``None`` with a problem if it is none."""
        return self._parsed(field, whole, catalogue.FORME_INATTENDUE.at)

    def positive(self, field: str, code: Code) -> int | None:
        """A number of at least 1, or ``None`` and ``code`` as the problem."""
        return self._parsed(field, _positive, code.at)

    def date(self, field: str) -> date | None:
        """The date in ``field``, or ``None`` with a problem if it is none."""
        text = self.text(field)
        if text is None:
            return None
        try:
            return _dates.parse(text.strip())
        except _dates.ImpossibleDateError:
            self._report(catalogue.DATE_IMPOSSIBLE.at, field, text)
        except _dates.UnreadableDateError:
            self._report(catalogue.DATE_ILLISIBLE.at, field, text)
        return None

    def type_jo(self, field: str) -> TypeJO | None:
        """An edition of the Journal officiel, or ``None`` with a problem."""
        text = self.label(field)
        edition = _EDITIONS.get(text) if text else None
        if text and edition is None:
            self._report(catalogue.TYPE_JO_INCONNU.at, field, text)
        return edition

    def identifier(self, field: str, letters: str, *, bare: bool = False) -> str | None:
        """An identifier of the Assembly (``letters`` and digits), or ``None`` with a problem.

        ``bare`` ones come without their letters.
        """
        text = self.text(field)
        if text is None:
            return None
        text = text.strip()
        if bare and text[:1].isdigit():
            text = letters + text
        if text.startswith(letters) and text[len(letters) :].isdigit() and text.isascii():
            return text
        problem = catalogue.IDENTIFIANT_ILLISIBLE.at(
            self.origin_of(field), value=text, expected=letters
        )
        self.problems.append(problem)
        return None

    def address(self, field: str) -> str | None:
        """A web address, or ``None`` with a problem."""
        return self._parsed(field, _address, catalogue.ADRESSE_ILLISIBLE.at)

    def child(self, field: str) -> "RawObject | None":
        """The object in ``field``; of several, the first (the others are reported)."""
        if not isinstance(self._fields.get(field), list):
            return self._object(field, field, self._fields.pop(field, None))
        children = iter(self.children(field))
        first = next(children, None)
        for extra in list(children):
            self._report(catalogue.FORME_INATTENDUE.at, field, reprlib.repr(extra._fields))
        return first

    def remembered(self, field: str, read: Callable[..., T], *context: Hashable) -> T:
        """What ``read`` makes of the child in ``field``; what was read before is known by content.

        Authors and ministries repeat over thousands of records: to recognise one takes 1 µs, to
        read it 10 to 40. What repeats less is read quicker than it is kept, which takes 6: issues
        with their pages. Only what is read without a problem is kept, and ``read`` may depend on
        the child and the ``context`` only: nothing depends on what was read before.
        """
        if (value := self._fields.get(field)) is None:
            return read(self.child(field), *context)
        content = _content(value)
        key = (content, read, *context)
        known: T = KNOWN.get(key, _UNKNOWN)
        if known is not _UNKNOWN:
            del self._fields[field]
            return known
        before = len(self.problems)
        found = read(self.child(field), *context)
        if content and len(self.problems) == before:
            if len(KNOWN) >= MOST_KNOWN:
                KNOWN.clear()
            KNOWN[key] = found
        return found

    def children(self, field: str) -> Iterable["RawObject"]:
        """The objects in ``field``, one or a list; what is nil is none."""
        value = self._fields.pop(field, None)
        if value is None:
            return ()
        if isinstance(value, list):
            named = ((f"{field}[{index}]", item) for index, item in enumerate(value))
            children = (self._object(field, name, item) for name, item in named)
            return (child for child in children if child is not None)
        child = self._object(field, field, value)
        return () if child is None else (child,)

    def _object(self, field: str, name: str, value: object) -> "RawObject | None":
        if isinstance(value, dict):
            if "@xsi:nil" in value and _is_nil(value):
                return None
            path = f"{self.path}.{name}"
            return RawObject(value, self._origin, path, self.problems, self._legal)
        if value not in (None, ""):
            self._report(catalogue.FORME_INATTENDUE.at, field, reprlib.repr(value))
        return None

    def done(self) -> None:
        """Everything of interest was taken: report what is left and says something."""
        if self._fields:
            self._report_rest()

    def _report_rest(self) -> None:
        for field in sorted(self._fields.keys() - _NAMESPACE_FIELDS):
            if not _is_empty(self._fields[field]):
                name = _characters.without_illegal(field)[0]
                where = self._origin.at_path(re.sub(r"\[\d+\]", "", f"{self.path}.{name}"))
                self.problems.append(catalogue.CHAMP_INCONNU.at(where, field=name))

    def origin_of(self, field: str) -> Origin:
        """Where ``field`` stands."""
        return self._origin.at_path(f"{self.path}.{field}")

    def leave(self, *fields: str) -> None:
        """Fields that are left out on purpose; the caller says why."""
        for field in fields:
            self._fields.pop(field, None)

    def _string(self, field: str, value: object) -> str | None:
        if isinstance(value, str):
            text = value
        elif value is None or (isinstance(value, dict) and _is_nil(value)):
            return None
        elif isinstance(value, dict) and isinstance(value.get("#text"), str):
            text = value["#text"]
        elif isinstance(value, int) and not isinstance(value, bool):
            text = str(value)
        else:
            self._report(catalogue.FORME_INATTENDUE.at, field, reprlib.repr(value))
            return None
        known = self._legal or text.isprintable()
        if not known and (legal := _characters.without_illegal(text))[1]:
            text, characters = legal
            where = self.origin_of(field)
            self.problems.append(catalogue.CARACTERE_ILLEGAL.at(where, characters=characters))
        if len(text) > _characters.MAX_TEXT:
            where = self.origin_of(field)
            self.problems.append(
                catalogue.TEXTE_TROP_LONG.at(where, length=len(text), limit=_characters.MAX_TEXT)
            )
            return None
        return text if text and not text.isspace() else None

    def _parsed(
        self, field: str, parse: Callable[[str], T | None], problem: Callable[..., Problem]
    ) -> T | None:
        text = self.text(field)
        if text is None:
            return None
        parsed = parse(text)
        if parsed is None:
            self._report(problem, field, text)
        return parsed

    def _report(self, problem: Callable[..., Problem], field: str, value: str) -> None:
        where = self.origin_of(field)
        self.problems.append(problem(where, value=_characters.without_illegal(value)[0]))


def _label(text: str) -> str | None:
    named = _PLAIN_SIGN.search(text) or slug(text)  # of the slug, the letters without accents do
    return _characters.label(text) if named else None


def _content(value: Any) -> bytes | None:  # noqa: ANN401  (JSON)
    """``value`` as a key; ``None`` where it is too long, or nested too deeply."""
    try:
        content = marshal.dumps(value, 2)  # of the same content the same bytes: without references
    except ValueError:
        return None
    return content if len(content) <= LONGEST_KNOWN else None


def _is_nil(value: dict[str, Any]) -> bool:
    return value.get("@xsi:nil") in ("true", "1", True)


def _is_empty(value: object) -> bool:
    """Nothing stated: null, nil, an empty string, or a structure of nothing else.

    The stack is the function's own: JSON nests deeper than Python recurses.
    """
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            stack.extend([] if _is_nil(item) else item.values())
        elif isinstance(item, list):
            stack.extend(item)
        elif item is not None and not (isinstance(item, str) and not item.strip()):
            return False
    return True


def _positive(text: str) -> int | None:
    return whole(text) or None


def _address(text: str) -> str | None:
    stripped = text.strip()
    return stripped if _ADDRESS.fullmatch(stripped) else None
