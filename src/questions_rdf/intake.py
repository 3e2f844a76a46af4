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
from typing import NamedTuple

from questions_rdf.calendrier import latest_day
from questions_rdf.catalogue import ENCODAGE_CP1252
from questions_rdf.documents import HEAD_BYTES, Document, DocumentError
from questions_rdf.errors import UnreadableInputError
from questions_rdf.manifest import Input
from questions_rdf.problem_log import ProblemSheet
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import CUTTERS, Cutter, Found, Piece, cutter_of, read
from questions_rdf.records import Source, key_of
from questions_rdf.sources import STDIN, Batch, Item, Limits, SourceFile, documents_of
from questions_rdf.spool import Spooled, SpooledDocument, SpoolWriter, write_documents
from questions_rdf.workers import Ready, Tell, in_order

_MOST_QUESTIONS = 500
_MOST_BYTES = 4 * 1024 * 1024
_DIGEST_DIGITS = 16


class Taken(NamedTuple):
    """What the reading of one batch tells; the questions themselves are in the spool.

    ``keys`` and ``offsets`` say which questions there are, and where in the spool; ``digests`` are
    the beginnings of the digests of the documents. All three are numbers, 24 bytes a question:
    there may be a million. ``documents`` counts those that end here. ``encoding`` is a remark that
    is made once for a document, however many batches it has.
    """

    batch: int
    inputs: list[Input]
    keys: "array[int]"
    offsets: "array[int]"
    digests: "array[int]"
    documents: int
    sheet: ProblemSheet
    encoding: Problem | None
    latest: date | None
    first_publication: date | None


class Pieces(NamedTuple):
    """A run of pieces of a large document, and the problems met where it was cut."""

    reader: str
    document: Origin
    found: list[Piece | Problem]


_Task = tuple[int, Batch | Pieces]


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
    work = partial(_take_in, folder, limits)
    questions = 0
    encoded: set[Origin] = set()
    for several in in_order(work, _Tasks(folder).of(found), jobs):
        for taken in several:
            questions += len(taken.keys)
            progress("reading", questions, None)
            if taken.encoding and (document := _document_of(taken.encoding)) not in encoded:
                encoded.add(document)
                taken.sheet.add(taken.encoding)
            yield taken


def _document_of(problem: Problem) -> Origin:
    return Origin(problem.origin.file, problem.origin.member)


class _Tasks:
    """What is read elsewhere, and the rest, read here.

    Here are read the documents that come one by one (standard input, unusual members of archives)
    and are no long lists; long lists are cut here, as that needs all bytes in their order, and
    their pieces are read elsewhere.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()
        self._own: _Intake | None = None

    def of(self, found: Iterable[Item | Batch]) -> Iterator[_Task | Ready[list[Taken]]]:
        """The tasks, in the order of the input."""
        for item in found:
            if isinstance(item, Batch):
                yield from self._rest()
                yield next(self._numbers), item
            elif isinstance(item, Document):
                yield from self._document(item)
            else:
                self._here().note_item(item)
            if self._own and len(self._own.keys) >= _MOST_QUESTIONS:
                yield from self._rest()
        yield from self._rest()

    def _here(self) -> "_Intake":
        if self._own is None:
            self._own = _Intake(self._folder, next(self._numbers))
        return self._own

    def _rest(self) -> Iterator[Ready[list[Taken]]]:
        """What was read here since the last time."""
        if self._own:
            yield Ready([self._own.finish()])
        self._own = None

    def _document(self, document: Document) -> Iterator[_Task | Ready[list[Taken]]]:
        try:
            cutter = cutter_of(document) if len(document.head) >= HEAD_BYTES else None
        except DocumentError as error:
            self._here().note(error.problem)
            return
        if cutter is None:
            self._here().read(document)
            return
        yield from self._rest()
        first, following = next(self._numbers), 0
        for pieces in _cut(document, cutter):
            yield first + following, pieces
            following = next(self._numbers) - first
        yield Ready(_described(self._folder, document, range(first, first + following)))


def _cut(document: Document, cutter: Cutter) -> Iterator[Pieces]:
    """The document in runs of pieces; where it cannot be read further, the last has the reason."""
    found: list[Piece | Problem] = []
    size = 0
    try:
        for piece in cutter.pieces(document):
            found.append(piece)
            size += len(piece.data) if isinstance(piece, Piece) else 0
            if len(found) >= _MOST_QUESTIONS or size >= _MOST_BYTES:
                yield Pieces(cutter.NAME, document.origin, found)
                found, size = [], 0
        document.exhaust()
    except DocumentError as error:
        found.append(error.problem)
    yield Pieces(cutter.NAME, document.origin, found)


def _described(folder: Path, document: Document, batches: Sequence[int]) -> list[Taken]:
    """Say in each batch of a document which one it is: its digest is known at its end."""
    described = SpooledDocument(Source(document.name, document.sha256), document.dated)
    several = []
    for number in batches:
        intake = _Intake(folder, number)
        intake.end_document(described)
        several.append(intake.finish()._replace(documents=int(number == batches[-1])))
    return several


def _take_in(folder: Path, limits: Limits, task: _Task, tell: Tell) -> list[Taken]:
    """Read one batch, or the pieces of a document."""
    number, batch = task
    intake = _Intake(folder, number)
    if isinstance(batch, Pieces):
        intake.read_pieces(batch, tell)
        return [intake.finish()]
    for item in documents_of(batch, limits):
        if isinstance(item, Document):
            tell(str(item.origin))
            intake.read(item)
        else:
            intake.note_item(item)
    return [intake.finish()]


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
        self._encoding: Problem | None = None
        self._latest = date.min
        self._first_publication = date.max

    def read(self, document: Document) -> None:
        """All of a document."""
        for found in read(document):
            self.note(found)
        source = Source(document.name, document.sha256)
        self.end_document(SpooledDocument(source, document.dated))

    def read_pieces(self, pieces: Pieces, tell: Tell) -> None:
        """A run of pieces of a document; which one it is will be said at its end."""
        cutter = next(one for one in CUTTERS if pieces.reader == one.NAME)
        for piece in pieces.found:
            if isinstance(piece, Problem):
                self.note(piece)
                continue
            tell(f"{pieces.document} {piece.path}")
            for found in cutter.read_piece(piece, pieces.document):
                if isinstance(found, Found):
                    self.note(found._replace(rank=cutter.RANK))
                elif found.code == ENCODAGE_CP1252.code:
                    self._encoding = self._encoding or found
                else:
                    self.note(found)

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
        self._spool.close()
        if self._documents:
            write_documents(self._folder, self._number, self._documents)
        digests = array("Q", (digest_key(one.source.sha256) for one in self._documents))
        return Taken(
            batch=self._number,
            inputs=self._inputs,
            keys=self.keys,
            offsets=self._offsets,
            digests=digests,
            documents=len(self._documents),
            sheet=self._sheet,
            encoding=self._encoding,
            latest=None if self._latest == date.min else self._latest,
            first_publication=(
                None if self._first_publication == date.max else self._first_publication
            ),
        )
