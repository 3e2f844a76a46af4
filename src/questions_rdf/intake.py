"""The first pass of a build: sources become records in the spool, and problems in the log.

It learns what only the whole input tells: which questions there are, and the latest date.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from questions_rdf import catalogue
from questions_rdf.deduction.calendrier import latest_day
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
        self.document_of: dict[str, int] = {}
        self.origins: list[Origin] = []
        self.latest: date | None = None
        self.first_publication: date | None = None

    def note(self, question: Question, document: int) -> None:
        """Take in one question, read from the document of that number."""
        self.document_of[question.uid] = document
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
    """Read all sources once; each question counts once, the first one read."""
    known = Known()
    for source in sources:
        if isinstance(source, Problem):
            log.add(source)
        elif isinstance(source, SourceFile):
            known.inputs.append(_input(source))
        else:
            _take_in_document(source, known, spool, log)
            progress("reading", spool.count)
    log.end_of_reading()
    return known


def _input(file: SourceFile) -> Input:
    note = file.provenance
    url, dated = (note.url, note.dated) if note else (None, None)
    return Input(file.name, file.size, file.sha256, url, dated)


def _take_in_document(document: Document, known: Known, spool: Spool, log: ProblemLog) -> None:
    number = len(known.sources)
    known.origins.append(document.origin)
    for found in read(document):
        if isinstance(found, Problem):
            log.add(found)
        elif problem := _read_before(found, document, known):
            log.add(problem)
        else:
            known.note(found.question, number)
            spool.append(Spooled(found.question, found.origin, number))
    known.sources.append(Source(document.name, document.sha256))


def _read_before(found: Found, document: Document, known: Known) -> Problem | None:
    """The problem if this question was read already, in this source or in another one."""
    uid = found.question.uid
    earlier = known.document_of.get(uid)
    if earlier is None:
        return None
    first = known.origins[earlier]
    same_source = first.file == document.origin.file
    code = catalogue.UID_EN_DOUBLE if same_source else catalogue.QUESTION_DEJA_LUE
    return code.at(found.origin, uid=uid, first=first)
