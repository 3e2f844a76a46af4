"""The first pass of a build: sources become records in the spool, and problems in the log.

It learns what only the whole input tells: which questions there are, and the latest date.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from questions_rdf import catalogue
from questions_rdf.calendrier import latest_day
from questions_rdf.documents import Document
from questions_rdf.errors import UnreadableInputError
from questions_rdf.manifest import Input
from questions_rdf.problem_log import ProblemLog
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import Found, read
from questions_rdf.records import Question, Source
from questions_rdf.sources import STDIN, SourceFile
from questions_rdf.spool import Spool, Spooled


class Known:
    """What the first pass learns of the whole input."""

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        self.sources: list[Source] = []
        self.dated: list[date | None] = []
        self.places: dict[str, int] = {}
        self.further: dict[str, list[int]] = {}
        self.files: dict[str, set[str]] = {}
        self.latest: date | None = None
        self.first_publication: date | None = None

    @property
    def merged(self) -> int:
        """How many readings are of a question that another source gave before."""
        return sum(map(len, self.further.values()))

    def note(self, question: Question, place: int, file: str) -> None:
        """Take in one question of that file, which stands at that place of the spool."""
        if self.places.setdefault(question.uid, place) != place:
            self.further.setdefault(question.uid, []).append(place)
            self.files[question.uid].add(file)
        self.latest = max(filter(None, (self.latest, latest_day(question))), default=None)
        published = question.info_jo.date
        if published and (self.first_publication is None or published < self.first_publication):
            self.first_publication = published


def refuse_unreadable(paths: Sequence[str]) -> None:
    """Stop before anything is written if a path does not exist or may not be read.

    Raises:
        UnreadableInputError: naming the paths.
    """
    named = [path for path in paths if path != STDIN]
    if missing := [path for path in named if not Path(path).exists()]:
        raise UnreadableInputError(f"no such file or folder: {', '.join(missing)}")
    if denied := [path for path in named if not os.access(path, os.R_OK)]:
        raise UnreadableInputError(f"permission denied: {', '.join(denied)}")


def take_in(
    sources: Iterable[SourceFile | Document | Problem],
    spool: Spool,
    log: ProblemLog,
    progress: Callable[[str, int], None],
) -> Known:
    """Read all sources once; a question may come from several of them, but once from each."""
    known = Known()
    for source in sources:
        if isinstance(source, Problem):
            log.add(source)
        elif isinstance(source, SourceFile):
            known.inputs.append(source.as_input())
        else:
            _take_in_document(source, known, spool, log)
            progress("reading", spool.count)
    log.end_of_pass()
    return known


def _take_in_document(document: Document, known: Known, spool: Spool, log: ProblemLog) -> None:
    number = len(known.sources)
    for found in read(document):
        if isinstance(found, Problem):
            log.add(found)
        elif first := _read_before(found, known, spool):
            log.add(catalogue.UID_EN_DOUBLE.at(found.origin, uid=found.question.uid, first=first))
        else:
            place = spool.append(Spooled(found.question, found.origin, number, found.rank))
            known.note(found.question, place, found.origin.file)
    known.sources.append(Source(document.name, document.sha256))
    known.dated.append(document.dated)


def _read_before(found: Found, known: Known, spool: Spool) -> Origin | None:
    """Where the same file gave this question before: an archive says everything once."""
    uid, file = found.question.uid, found.origin.file
    if uid not in known.places:
        return None
    places = (known.places[uid], *known.further.get(uid, ()))
    files = known.files.setdefault(uid, {spool.at(places[0]).origin.file})
    if file not in files:
        return None
    origins = (spool.at(place).origin for place in places)
    return next(origin for origin in origins if origin.file == file)
