"""The header of a query file: title, description, keywords and parameters, as TOML in comments.

    # fr.title = "La liste de rappel d'un jour"
    # parameters.jour = { type = "date", fr = "au soir de ce jour", en = "at the end of this day" }

The comment lines at the beginning of the file, up to the first other line, are the header.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Literal

import msgspec

from questions_rdf.errors import UsageError

Kind = Literal["text", "word", "date", "integer", "iri", "question", "term"]
_NAME = re.compile(r"[a-z][A-Za-z0-9]*")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of a query in one language."""

    title: str
    description: str
    keywords: tuple[str, ...]


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may be put into a query, and what it is called in French and English."""

    type: Kind
    fr: str
    en: str
    values: tuple[str, ...] = ()
    """Of a term: those that there are."""
    optional: bool = False
    """Whether it may be left open; the query then answers for all."""
    as_of: bool = False
    """Of a date: whether the day of the data stands for it, where that is known."""
    person: bool = False
    """Of a word: whether it is somebody's name; of one that finds nothing, near ones are said."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a query file says of itself."""

    fr: Words
    en: Words
    parameters: dict[str, Parameter] = {}
    needs: tuple[Literal["reference", "similar"], ...] = ()
    """What the build must have been given for the query to have an answer."""


def split(text: str) -> tuple[str, str]:
    """The header of a query file, as TOML, and the query behind it."""
    lines = text.splitlines(keepends=True)
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    toml = "".join(line[1:].removeprefix(" ") for line in lines[:count])
    return toml, "".join(lines[count:]).lstrip("\n")


def read(toml: str, name: str) -> Header:
    """The header of the file ``name``.

    Raises:
        UsageError: if it is not one.
    """
    try:
        header = msgspec.convert(tomllib.loads(toml), Header)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"{name}: the header cannot be read: {error}") from error
    for fault in _faults(header):
        raise UsageError(f"{name}: {fault}")
    return header


def _faults(header: Header) -> Iterator[str]:
    for words in (header.fr, header.en):
        if not (words.title.strip() and words.description.strip() and words.keywords):
            yield "title, description and keywords must not be empty"
    for name, one in header.parameters.items():
        if not _NAME.fullmatch(name):
            yield f"{name!r} cannot be the name of a parameter"
        if not (one.fr.strip() and one.en.strip()):
            yield f"the parameter {name} has no label"
        if bool(one.values) != (one.type == "term"):
            yield f"the parameter {name}: values are stated of terms, and of terms only"
        if one.as_of and one.type != "date":
            yield f"the parameter {name}: as_of is for dates"
        if one.person and one.type != "word":
            yield f"the parameter {name}: person is for words"
