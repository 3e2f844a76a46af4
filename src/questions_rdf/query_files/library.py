"""The query files that come with the program, read, checked and found by name or by a word."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from questions_rdf import query as engine
from questions_rdf.characters import unaccented
from questions_rdf.errors import UnreadableInputError, UsageError
from questions_rdf.files import data_folder
from questions_rdf.near_misses import hint
from questions_rdf.query_files import header, places
from questions_rdf.query_files.header import Header, Parameter, Words

Language = Literal["fr", "en"]


class QueryFile(NamedTuple):
    """A query with what its header says; the text runs as it is, with the defaults."""

    name: str
    header: Header
    text: str
    """The query without the header."""

    def words(self, language: Language) -> Words:
        """Title, description and keywords."""
        return self.header.fr if language == "fr" else self.header.en

    @property
    def parameters(self) -> dict[str, Parameter]:
        """What may be put in, by name."""
        return self.header.parameters

    def default(self, name: str) -> str | None:
        """What a parameter is when nothing is put in; none if it is left open."""
        return places.default(self.text, name, self.parameters[name])

    def bound(self, values: Mapping[str, str]) -> str:
        """The query with values for some of its parameters.

        Raises:
            UsageError: if there is no such parameter, or a value is not of its type.
        """
        text = self.text
        for name, value in values.items():
            text = places.put(text, name, self._parameter(name), value)
        return text

    def columns(self) -> list[str]:
        """The names of the columns of its answer."""
        found = engine.run(engine.empty(), self.text)
        return [variable.value for variable in found.variables]  # type: ignore[union-attr]

    def _parameter(self, name: str) -> Parameter:
        if name in self.parameters:
            return self.parameters[name]
        if not self.parameters:
            raise UsageError(f"{self.name} has no parameters")
        raise UsageError(f"{self.name} has no parameter {name!r}; {hint(name, self.parameters)}")


def read(path: Path) -> QueryFile:
    """The query file at ``path``.

    Raises:
        UnreadableInputError: if it cannot be read.
        UsageError: if its header is at fault, or does not fit the query.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableInputError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"{path}: not text in UTF-8") from error
    return parsed(text, path.stem, str(path))


def parsed(text: str, name: str, where: str) -> QueryFile:
    """The query file that holds ``text``; ``where`` is what messages call it.

    Raises:
        UsageError: if its header is at fault, or does not fit the query.
    """
    toml, query = header.split(text)
    found = QueryFile(name, header.read(toml, where), query)
    try:
        for parameter in found.parameters:
            found.default(parameter)
        engine.refuse_nonsense(found.text)
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from error
    return found


def names(folder: str = "queries") -> list[str]:
    """The names of the queries, in order; ``queries/reports`` has those of the reports."""
    return sorted(path.stem for path in data_folder("queries").parent.glob(f"{folder}/*.rq"))


def named(name: str, folder: str = "queries") -> QueryFile:
    """The query of that name.

    Raises:
        UsageError: if there is none, with the one that was perhaps meant.
    """
    known = names(folder)
    if name not in known:
        meant = hint(name, known, otherwise="questions-rdf queries lists them")
        raise UsageError(f"no query {name!r}; {meant}")
    return read(data_folder("queries").parent / folder / f"{name}.rq")


@cache
def library() -> tuple[QueryFile, ...]:
    """All queries for people, in the order of their names."""
    return tuple(named(name) for name in names())


def matching(files: tuple[QueryFile, ...], word: str) -> list[QueryFile]:
    """The queries with the word in name, title, description or keywords, whatever its accents."""
    wanted = _folded(word)
    return [file for file in files if wanted in _folded(_searched(file))]


def _searched(file: QueryFile) -> str:
    both = (file.header.fr, file.header.en)
    words = ((one.title, one.description, *one.keywords) for one in both)
    return "\n".join((file.name, *(text for texts in words for text in texts)))


def _folded(text: str) -> str:
    return unaccented(text.casefold()).replace("œ", "oe")
