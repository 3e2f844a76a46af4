"""The reference data as it is named on the command line: archives and caches, in any mix.

It is read before any question, into one directory. Its problems never reject a question, so none of
them counts as a record that was lost.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from questions_rdf import repetitions
from questions_rdf.amo import archive, cache, wikidata
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.gathering import Gathering
from questions_rdf.amo.records import Acteur, Mandat, Organe
from questions_rdf.documents import Document, DocumentError
from questions_rdf.errors import UnreadableInputError
from questions_rdf.manifest import Input
from questions_rdf.problems import Problem, Severity
from questions_rdf.sources import Limits, SourceFile, documents

_Found = Input | Acteur | Mandat | Organe | Problem


class Reference(NamedTuple):
    """The directory, what was wrong with its sources, and the files it was read from."""

    annuaire: Annuaire
    problems: list[Problem]
    inputs: list[Input]


class Items(NamedTuple):
    """The items of Wikidata by identifier, what was wrong with their files, and these files."""

    items: dict[str, str]
    problems: list[Problem]
    inputs: list[Input]


def load_annuaire(paths: Iterable[str], limits: Limits) -> Reference:
    """The directory of everything in ``paths``; of two that say the same the first one counts.

    Raises:
        UnreadableInputError: if one of them holds no reference data, or is a cache that has to be
            built again.
    """
    gathering, problems, inputs = Gathering(), _Problems(), list[Input]()
    for path in dict.fromkeys(paths):
        useful = False
        of_this_path = _Problems()
        for found in _read(path, limits):
            if isinstance(found, Problem):
                of_this_path.add(found)
            elif isinstance(found, Input):
                inputs.append(found)
            else:
                useful = useful or not isinstance(found, Mandat)
                gathering.add(found)
        if not useful:
            raise _nothing_in(path, of_this_path.all())
        problems.extend(of_this_path)
    return Reference(gathering.annuaire(), problems.all(), inputs)


def load_items(path: str, limits: Limits) -> Items:
    """The items of Wikidata in an export of P4123, by the identifier of the acteur.

    Raises:
        UnreadableInputError: if it cannot be read or is no such export.
    """
    inputs = list[Input]()
    items, problems = wikidata.read(_documents(path, limits, inputs))
    if not inputs:
        raise UnreadableInputError(f"{path} holds no file")
    return Items(items, problems, inputs)


def _documents(path: str, limits: Limits, inputs: list[Input]) -> Iterator[Document]:
    """The documents of ``path``; its files are noted in ``inputs``, and nothing may be broken."""
    for found in documents([path], limits):
        if isinstance(found, SourceFile):
            inputs.append(found.as_input())
        elif isinstance(found, Document):
            yield found
        elif found.severity is Severity.ERROR:
            raise UnreadableInputError(f"{found.origin}: {found.message.en}")


def _read(path: str, limits: Limits) -> Iterator[_Found]:
    for found in documents([path], limits):
        if isinstance(found, SourceFile):
            yield found.as_input()
        elif isinstance(found, Problem):
            yield found
        else:
            yield from _records(found)


def _records(document: Document) -> Iterator[_Found]:
    try:
        head = document.head
    except DocumentError as error:
        yield error.problem
        return
    if cache.is_cache(head):
        yield from cache.records(document)
    else:
        yield from archive.read_one(document)


def _nothing_in(path: str, problems: list[Problem]) -> UnreadableInputError:
    worst = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    reason = f": {worst[0].message.en} {worst[0].hint.en}" if worst else ""
    return UnreadableInputError(f"{path} holds no acteur and no organe{reason}")


class _Problems:
    """Problems of the reference data, those that repeat counted."""

    def __init__(self) -> None:
        self._found: dict[Hashable, Problem] = {}

    def add(self, problem: Problem) -> None:
        """Take one in."""
        key = repetitions.key_of(problem) or len(self._found)
        one = repetitions.counted(self._found.get(key), problem)
        self._found[key] = msgspec.structs.replace(one, rejected=False)

    def extend(self, others: "_Problems") -> None:
        """Take all of ``others`` in."""
        for problem in others.all():
            self.add(problem)

    def all(self) -> list[Problem]:
        """All of them, in the order in which they came first."""
        return list(self._found.values())
