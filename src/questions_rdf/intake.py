"""The first pass of a build: sources become records in the spool, and problems in the log.

It learns what only the whole input tells: which questions there are, and the latest date. Batches
are read in any process; what each of them tells is put together in the order of the input.
"""

import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple, Self

from questions_rdf.calendrier import latest_day
from questions_rdf.documents import Document
from questions_rdf.errors import UnreadableInputError
from questions_rdf.manifest import Input
from questions_rdf.problem_log import ProblemSheet
from questions_rdf.problems import Problem
from questions_rdf.readers import Found, read
from questions_rdf.records import Source, key_of
from questions_rdf.sources import STDIN, Batch, Item, Limits, SourceFile, documents_of
from questions_rdf.spool import Spooled, SpooledDocument, SpoolWriter, write_documents
from questions_rdf.workers import Ready, Tell, in_order

_MOST_QUESTIONS = 500
_DIGEST_DIGITS = 16


class Taken(NamedTuple):
    """What the reading of one batch tells; the questions themselves are in the spool.

    ``keys`` and ``offsets`` say which questions there are, and where in the spool; ``digests`` are
    the beginnings of the digests of the documents. All three are numbers, 24 bytes a question:
    there may be a million.
    """

    batch: int
    inputs: list[Input]
    keys: "array[int]"
    offsets: "array[int]"
    digests: "array[int]"
    sheet: ProblemSheet
    latest: date | None
    first_publication: date | None


def digest_key(sha256: str) -> int:
    """What of a digest stands in the IRI of a source, as a number."""
    return int(sha256[:_DIGEST_DIGITS], 16)


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
    found: Iterable[Item | Batch],
    folder: Path,
    limits: Limits,
    jobs: int,
    progress: Callable[[str, int, int | None], None],
) -> Iterator[Taken]:
    """Read all sources once, in ``jobs`` processes, into the spool in ``folder``."""
    work = partial(_take_in_batch, folder, limits)
    questions = 0
    for several in in_order(work, _tasks(found, folder), jobs):
        for taken in several:
            questions += len(taken.keys)
            progress("reading", questions, None)
            yield taken


def _tasks(
    found: Iterable[Item | Batch], folder: Path
) -> Iterator[tuple[int, Batch] | Ready[list[Taken]]]:
    """What is read elsewhere, and the rest, read here."""
    numbers = count()
    for item in found:
        if isinstance(item, Batch):
            yield next(numbers), item
        elif isinstance(item, Document):
            yield Ready(_take_in_large(item, folder, numbers))
        else:
            with _Intake(folder, next(numbers)) as intake:
                intake.note_item(item)
            yield Ready([intake.finish()])


def _take_in_batch(
    folder: Path, limits: Limits, task: tuple[int, Batch], tell: Tell
) -> list[Taken]:
    number, batch = task
    with _Intake(folder, number) as intake:
        for item in documents_of(batch, limits):
            if not isinstance(item, Document):
                intake.note_item(item)
                continue
            tell(str(item.origin))
            for found in read(item):
                intake.note(found)
            intake.end_document(_spooled(item))
    return [intake.finish()]


def _take_in_large(document: Document, folder: Path, numbers: Iterator[int]) -> list[Taken]:
    """A document of any size in as many batches as its questions need."""
    intakes = [_Intake(folder, next(numbers))]
    for found in read(document):
        if len(intakes[-1].keys) == _MOST_QUESTIONS:
            intakes[-1].close()
            intakes.append(_Intake(folder, next(numbers)))
        intakes[-1].note(found)
    intakes[-1].close()
    for intake in intakes:
        intake.end_document(_spooled(document))
    return [intake.finish() for intake in intakes]


def _spooled(document: Document) -> SpooledDocument:
    return SpooledDocument(Source(document.name, document.sha256), document.dated)


class _Intake:
    """One batch that is being read."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._number = folder, number
        self._spool = SpoolWriter(folder, number)
        self._documents: list[SpooledDocument] = []
        self._inputs: list[Input] = []
        self.keys = array("Q")
        self._offsets = array("Q")
        self._sheet = ProblemSheet()
        self._latest = date.min
        self._first_publication = date.max

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """No more questions."""
        self._spool.close()

    def note_item(self, item: SourceFile | Problem) -> None:
        """A file as such, or what is wrong with it."""
        if isinstance(item, Problem):
            self._sheet.add(item)
        else:
            self._inputs.append(item.as_input())

    def note(self, found: Found | Problem) -> None:
        """One question of the present document, or a problem."""
        if isinstance(found, Problem):
            self._sheet.add(found)
            return
        question = found.question
        spooled = Spooled(question, found.origin, len(self._documents), found.rank)
        self._offsets.append(self._spool.append(spooled))
        self.keys.append(key_of(question.legislature, question.nature, question.numero))
        latest, published = latest_day(question), question.info_jo.date
        if latest and latest > self._latest:
            self._latest = latest
        if published and published < self._first_publication:
            self._first_publication = published

    def end_document(self, document: SpooledDocument) -> None:
        """The present document was read to its end."""
        self._documents.append(document)

    def finish(self) -> Taken:
        """What the batch tells; its documents are written down."""
        write_documents(self._folder, self._number, self._documents)
        digests = array("Q", (digest_key(one.source.sha256) for one in self._documents))
        return Taken(
            batch=self._number,
            inputs=self._inputs,
            keys=self.keys,
            offsets=self._offsets,
            digests=digests,
            sheet=self._sheet,
            latest=None if self._latest == date.min else self._latest,
            first_publication=(
                None if self._first_publication == date.max else self._first_publication
            ),
        )
