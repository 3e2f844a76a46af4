"""From what is said of a document to rows of the index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from questions_rdf.prefixes import expanded, prefixed
from questions_rdf.resources import kinds, places
from questions_rdf.resources.names import name_of
from questions_rdf.resources.statements import Literal, Statement

Said = Mapping[str, Sequence[Statement]]
"""What is said, by subject."""

Row = tuple[str | int | bytes | None, ...]

_NATURES = ("qp:QuestionEcrite", "qp:QuestionAuGouvernement", "qp:QuestionOraleSansDebat")
_FROM_QUESTIONS = ("prov:wasDerivedFrom", "qp:rappelle")
_PLAIN = (
    "dcterms:identifier",
    "qp:numero",
    "dcterms:title",
    "qp:statut",
    "qp:legislature",
    "qp:auteur",
)
_PLACED = (
    "qp:ministereInterroge",
    "qp:ministereAttributaire",
    "qp:rubrique",
    "qp:circonscription",
    "qp:departement",
    "qp:datePublication",
    "qp:pageJO",
    "qp:publieDans",
    "qp:echeance",
)
_ANSWERED = ("qp:datePublication", "qp:pageJO", "qp:publieDans", "qp:delaiJours", "qp:retardJours")
_NUMBERS = frozenset(map(expanded, ("qp:numero", "qp:pageJO", "qp:delaiJours", "qp:retardJours")))
_DIGITS = 12
_LAST = "\U0010ffff"
_ANSWER = expanded("qp:reponse")
_TYPE = expanded("rdf:type")
_TELLING = {expanded(name): name for name in kinds.USES}

_prefixed = cache(prefixed)
_packed = msgspec.msgpack.Encoder()
_unpacked: msgspec.msgpack.Decoder[list[tuple[str, str, str | tuple[str, str, str | None]]]] = (
    msgspec.msgpack.Decoder(list[tuple[str, str, str | tuple[str, str, str | None]]])
)


class Rows(NamedTuple):
    """Rows by table."""

    question: list[Row]
    lien: set[tuple[str, str, str]]
    chose: list[Row]
    document: list[Row]
    usage: set[tuple[str, str]]

    @classmethod
    def none(cls) -> "Rows":
        """No rows yet."""
        return cls([], set(), [], [], set())


def add(rows: Rows, about: str, said: Said, base: str) -> None:
    """Add the rows of a document.

    Args:
        rows: where they go.
        about: the document: an IRI without fragment.
        said: what is said of it and its parts.
        base: the data base.
    """
    if about.startswith(base + places.QUESTION):
        rows.question.append(_question(about, said))
        rows.lien.update(_links(about, said.get(about, ()), _FROM_QUESTIONS, base))
    else:
        _add_thing(rows, about, said, base)
    rows.usage.update(_uses(said))


def _add_thing(rows: Rows, about: str, said: Said, base: str) -> None:
    statements = [one for each in said.values() for one in each]
    is_source = about.startswith(base + places.SOURCE)
    page = None if is_source else places.page(about, base, said.get(about, ()), ())
    rows.document.append((about, page, _packed.encode(statements)))
    for subject in {about, *said}:
        name = name_of(said.get(subject, ()))
        if name or subject == about:
            # The page is looked up by the document that stands here, when all are known.
            spoken = (name.fr, name.en) if name else (None, None)
            rows.chose.append((subject, *spoken, about))
    for subject, own in said.items():
        rows.lien.update(_links(subject, own, None, base))


def _links(
    subject: str, own: Iterable[Statement], wanted: Sequence[str] | None, base: str
) -> Iterator[tuple[str, str, str]]:
    """What leads to something of the data."""
    for one in own:
        if isinstance(one.value, str) and one.value.startswith(base):
            nature = _prefixed(one.term)
            if wanted is None or nature in wanted:
                yield one.value, nature, subject


def _uses(said: Said) -> Iterator[tuple[str, str]]:
    for own in said.values():
        for one in own:
            if one.term in _TELLING and isinstance(one.value, str):
                yield one.value, _TELLING[one.term]


# ---- Questions


def _question(about: str, said: Said) -> Row:
    own = _by_term(said.get(about, ()))
    answers = (_cells(said, one, _ANSWERED) for one in own.get(_ANSWER, ()))
    day, page, issue, delay, late = min(answers, key=_earlier, default=(None,) * len(_ANSWERED))
    group = _first(own, "qp:groupe") or _first(own, "qp:groupeALaDate")
    closed = _days(said, "qp:Cloture")
    flagged = _days(said, "qp:Signalement")
    return (
        about,
        _nature(own),
        *(_first(own, name) for name in _PLAIN),
        group,
        *(_first(own, name) for name in _PLACED),
        day,
        page,
        issue,
        delay,
        late,
        min(closed, default=None),
        min(flagged, default=None),
    )


def _by_term(own: Iterable[Statement]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in own:
        text = one.value.value if isinstance(one.value, Literal) else one.value
        found.setdefault(one.term, []).append(text)
    return found


def _nature(own: Mapping[str, Sequence[str]]) -> str | None:
    types = own.get(_TYPE, ())
    return next((iri for iri in map(expanded, _NATURES) if iri in types), None)


def _first(own: Mapping[str, Sequence[str]], name: str) -> str | int | None:
    """The value of a property; of several the first in order."""
    term = expanded(name)
    value = min(own.get(term, ()), default=None)
    if value is None or term not in _NUMBERS:
        return value
    return int(value) if value.isascii() and value.isdigit() and len(value) < _DIGITS else None


def _cells(said: Said, subject: str, names: Sequence[str]) -> Row:
    own = _by_term(said.get(subject, ()))
    return tuple(_first(own, name) for name in names)


def _earlier(row: Row) -> tuple[str, ...]:
    """Of several answers the first one counts; one without a day comes last."""
    return tuple(_LAST if one is None else str(one) for one in row)


def _days(said: Said, of_class: str) -> list[str]:
    """The days of the events of a class."""
    wanted, day = expanded(of_class), expanded("qp:date")
    return [
        one.value.value
        for own in said.values()
        if any(each.term == _TYPE and each.value == wanted for each in own)
        for one in own
        if one.term == day and isinstance(one.value, Literal)
    ]


def statements(packed: bytes) -> list[Statement]:
    """The statements of a document, from the index."""
    return [
        Statement(subject, term, value if isinstance(value, str) else Literal(*value))
        for subject, term, value in _unpacked.decode(packed)
    ]
