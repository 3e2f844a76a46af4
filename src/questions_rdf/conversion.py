"""The second pass of a build: records become facts, facts triples, triples text.

One batch at a time, in any process. What comes out of a batch is read back by a strict parser, and
then put at its place in the data files.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from questions_rdf import catalogue, readback
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.compression import Compression
from questions_rdf.consolidation import Consolidated, consolidated
from questions_rdf.deduction import deduce
from questions_rdf.facts import Faits, Remarque
from questions_rdf.identification import Identifier
from questions_rdf.intake import digest_key
from questions_rdf.inventory import Plan
from questions_rdf.mapping import tables
from questions_rdf.mapping.noted import Noted
from questions_rdf.mapping.register import Register
from questions_rdf.problem_log import ProblemSheet
from questions_rdf.problems import Origin, Problem
from questions_rdf.rapprochements.records import Rapprochement
from questions_rdf.rapprochements.reponses_communes import Reponses
from questions_rdf.records import Source
from questions_rdf.reference.legislatures import legislature
from questions_rdf.rows import Resource, Table
from questions_rdf.spool import Spools
from questions_rdf.validation.screening.screen import Screen, Verdict, merged
from questions_rdf.volumes import Part
from questions_rdf.workers import Tell
from questions_rdf.writers.rendering import Rendered, Rendering

if TYPE_CHECKING:
    from questions_rdf.rapprochements.empreintes import Empreintes

_MOST_MEMBERS = 20_000  # some 3 MB in the longest format
_REMARQUES = {
    Remarque.REDRESSE: catalogue.NUMERO_DE_TEXTE_REDRESSE,
    Remarque.CONTRADICTOIRE: catalogue.CITATION_CONTRADICTOIRE,
    Remarque.IMPOSSIBLE: catalogue.RAPPEL_IMPOSSIBLE,
}


class Means(NamedTuple):
    """What a conversion needs besides the questions.

    Args:
        folder: holds the spool, and takes what comes out of other processes.
        formats: names of formats.
        base: the data base.
        as_of: the day as of which the data speaks.
        annuaire: the reference data, if there is any.
        shared: the sources that several batches have, as numbers: they are described at the end.
        volume: how many questions a volume has; all in one if not given.
        compression: how what comes out is compressed, if it is.
        jobs: in how many processes batches are converted.
        similar: whether texts are made ready to be compared.
    """

    folder: Path
    formats: Sequence[str]
    base: str
    as_of: date
    annuaire: Annuaire | None
    shared: frozenset[int]
    volume: int | None = None
    compression: Compression | None = None
    jobs: int = 1
    similar: bool = False


class Screened(NamedTuple):
    """A part, and the verdict on it if there is a screen."""

    part: Part
    verdict: Verdict | None


class Converted(NamedTuple):
    """What comes out of one batch.

    Args:
        parts: the questions, by volume, and what the screen says of each part.
        noted: what they refer to.
        sources: the sources that are left to be described at the end.
        redirections: pairs of a provisional IRI and what it became.
        answers: what tells which of them are joint ones.
        sheet: the problems met on the way.
        questions: how many questions there are.
    """

    parts: list[Screened]
    noted: Noted
    sources: list[Source]
    redirections: set[tuple[str, str]]
    answers: Reponses
    sheet: ProblemSheet
    questions: int


class Conversion:
    """Converts batches: the same in every process."""

    def __init__(self, means: Means, screen: Screen | None = None) -> None:
        self.means = means
        self.screen = screen
        self.identifier = Identifier(means.annuaire, means.as_of) if means.annuaire else None
        self.rendering = Rendering(means.formats, means.base)

    def __call__(self, plan: Plan, tell: Tell) -> Converted:
        """Convert one batch; ``tell`` hears the uid of each question."""
        return _Batch(self, plan).converted(tell)

    def shared(
        self, register: Register, sources: Iterable[Source], published: int
    ) -> Screened | None:
        """What the questions refer to, described once, at the end of the last volume."""
        rendering = self.rendering
        ordered = sorted(sources, key=lambda source: source.sha256)
        documents = [Resource(tables.SOURCE, source) for source in ordered]
        for title, resources in (("Documents", documents), *register.groups()):
            if resources:
                rendering.title(title)
            for resource in resources:
                rendering.add(*resource)
        rendered, last = rendering.take(), self._last_volume(published)
        return self.written(rendered, last, "shared") if rendered.subjects else None

    def together(
        self, title: str, table: Table, found: Iterable[Rapprochement], published: int
    ) -> Iterator[Screened]:
        """What brings questions together, at the very end, in parts that memory can hold.

        A thing is written in one piece, however many questions it has.
        """
        waiting = members = 0
        for number, one in enumerate(found):
            if number == 0:
                self.rendering.title(title)
            self.rendering.add(table, one)
            waiting, members = waiting + 1, members + one.nombre_questions
            if members >= _MOST_MEMBERS:
                yield self._end_together(published)
                waiting = members = 0
        if waiting:
            yield self._end_together(published)

    def _end_together(self, published: int) -> Screened:
        return self.written(self.rendering.take(), self._last_volume(published), "together")

    def _last_volume(self, published: int) -> int:
        return (published - 1) // self.means.volume if self.means.volume else 0

    def written(self, rendered: Rendered, volume: int, stem: str) -> Screened:
        """What was rendered, as a part; read back, and screened on that occasion.

        Raises:
            OutputError: if it does not read back as the triples that were counted.
        """
        means = self.means
        quads = readback.read_back(means.formats, rendered.texts, means.base, rendered.triples)
        texts = self._handed_over(rendered.texts, stem)
        part = Part(volume, texts, rendered.subjects, rendered.triples, rendered.classes)
        return Screened(part, merged(self.screen.shards(quads)) if self.screen else None)

    def _handed_over(self, texts: Iterable[bytes], stem: str) -> tuple[bytes | Path, ...]:
        """Texts as whoever writes the data files gets them: in files, from another process.

        Where there is one process only, that saves 10 µs a question in N-Triples.
        """
        means = self.means
        packed = [readback.compressed(text, means.compression) for text in texts]
        if means.jobs == 1:
            return tuple(packed)
        files = tuple(means.folder / f"{stem}.{name}" for name in means.formats)
        for path, text in zip(files, packed, strict=True):
            path.write_bytes(text)
        return files


class _Batch:
    """One batch that is being converted."""

    def __init__(self, conversion: Conversion, plan: Plan) -> None:
        self._conversion, self._plan = conversion, plan
        self._means, self._rendering = conversion.means, conversion.rendering
        self._noted = Noted()
        self._described: set[str] = set()
        self._left: list[Source] = []
        self._redirections: set[tuple[str, str]] = set()
        self._answers = Reponses()
        self._texts = _texts() if self._means.similar else None
        self._sheet = ProblemSheet()
        self._parts: list[Screened] = []

    def converted(self, tell: Tell) -> Converted:
        """All of it."""
        spools = Spools(self._means.folder)
        number = self._plan.first
        for number, one in enumerate(self._questions(spools), start=self._plan.first + 1):
            tell(one.question.uid)
            self._convert(one)
            if self._means.volume and number % self._means.volume == 0:
                self._end_part(number - 1)
        spools.close()
        self._end_part(number - 1)
        if self._texts:
            self._texts.write(self._means.folder, self._plan.batch)
        return Converted(
            parts=self._parts,
            noted=self._noted,
            sources=self._left,
            redirections=self._redirections,
            answers=self._answers,
            sheet=self._sheet,
            questions=number - self._plan.first,
        )

    def _questions(self, spools: Spools) -> Iterator[Consolidated]:
        return consolidated(self._plan, spools, self._conversion.identifier, self._means.base)

    def _convert(self, one: Consolidated) -> None:
        faits = deduce(
            one.question,
            one.sources,
            self._means.as_of,
            groupe_a_la_date=one.groupe_a_la_date,
            annuaire=self._means.annuaire,
        )
        self._noted.note(faits)
        self._answers.note(faits)
        if self._texts:
            self._texts.note(faits)
        self._rendering.add(tables.QUESTION, faits)
        self._describe_sources(faits.sources)
        self._sheet.add_all(one.problems)
        self._sheet.add_all(_remarks(faits, one.origin, self._means.base))
        self._redirections.update(one.redirections)

    def _describe_sources(self, sources: Iterable[Source]) -> None:
        """The documents of a question, each with the first question that names it."""
        for source in sources:
            if source.sha256 in self._described:
                continue
            self._described.add(source.sha256)
            if digest_key(source.sha256) in self._means.shared:
                self._left.append(source)
            else:
                self._rendering.add(tables.SOURCE, source)

    def _end_part(self, last: int) -> None:
        """Write down, and read back, what was rendered up to that question (counted from 0)."""
        rendered = self._rendering.take()
        if rendered.subjects:
            volume = last // self._means.volume if self._means.volume else 0
            stem = f"{self._plan.batch:06}-{volume}"
            self._parts.append(self._conversion.written(rendered, volume, stem))


def _texts() -> "Empreintes":
    # Here and not above: it needs libraries that are an extra.
    from questions_rdf.rapprochements.empreintes import Empreintes  # noqa: PLC0415

    return Empreintes()


def _remarks(faits: Faits, origin: Origin, base: str) -> Iterator[Problem]:
    """What deduction noticed about a question."""
    subject, numero = base + faits.iri, faits.question.legislature
    day = faits.question.info_jo.date
    if day and not legislature(numero).covers(day):
        code = catalogue.PUBLICATION_HORS_LEGISLATURE
        yield code.at(origin, subject, day=day, legislature=numero)
    if faits.statut_deduit:
        yield catalogue.STATUT_DEDUIT.at(origin, subject, legislature=numero)
    for citation in faits.citation:
        if citation.remarque:
            code = _REMARQUES[citation.remarque]
            words, url = citation.texte, citation.cite_loi
            yield code.at(origin, base + citation.iri, words=words, url=url)
