"""The whole way once; read it from top to bottom.

A source becomes records, records become triples, triples that hold are published, and everything
else becomes a line in the problem report.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from questions_rdf import catalogue, compression, iris
from questions_rdf.accounting import Account, describe, manifest
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.compression import COMPRESSIONS, Compression
from questions_rdf.conversion import Conversion, Converted, Means, Screened
from questions_rdf.errors import UnreadableInputError
from questions_rdf.extras import required
from questions_rdf.formats import FORMATS, N_TRIPLES
from questions_rdf.intake import refuse_unreadable, take_in
from questions_rdf.inventory import Inventory
from questions_rdf.manifest import Input, Manifest
from questions_rdf.mapping import redirections, tables
from questions_rdf.mapping.register import Register
from questions_rdf.problem_log import PROBLEMS, ProblemLog
from questions_rdf.problems import Origin
from questions_rdf.publication import MANIFEST, staged
from questions_rdf.rapprochements.reponses_communes import Reponses
from questions_rdf.records import Source
from questions_rdf.referentiel import load_annuaire, load_items
from questions_rdf.sources import Limits, batches
from questions_rdf.spool import Spools
from questions_rdf.volumes import Volumes, Written, write_beside
from questions_rdf.workers import in_order

if TYPE_CHECKING:
    from questions_rdf.conformity import Inspector

REDIRECTIONS = "redirections.ttl"

Progress = Callable[[str, int, int | None], None]
"""Called with what is being done, how many questions are through it, and of how many if known."""


class Options(NamedTuple):
    """What a build may be told.

    ``as_of`` is by default the latest date in the input; ``reference`` and ``wikidata`` are paths;
    ``jobs`` is how many processes work; ``split`` how many questions a volume has,
    all in one if not given; ``compress`` the name of a compression; ``similar`` whether questions
    of nearly the same text are looked for.
    """

    out: Path
    formats: Sequence[str] = tuple(FORMATS)
    base: str = iris.DEFAULT_BASE
    as_of: date | None = None
    limits: Limits = Limits()
    reference: Sequence[str] = ()
    wikidata: str | None = None
    check: bool = True
    progress: Progress = lambda _what, _done, _total: None
    jobs: int = 1
    split: int | None = None
    compress: str | None = None
    similar: bool = False


def build(paths: Sequence[str], options: Options) -> Manifest:
    """Convert ``paths`` (files, folders, zips, ``-``) into the folder ``options.out``.

    Raises:
        UnreadableInputError: if a path does not exist.
        UsageError: if ``out`` is not a folder that a build may replace.
        OutputError: if the output cannot be written, or does not read back as what was written.
    """
    compression.ready(options.compress)
    if options.similar:
        # Loaded before there are other processes, which share it then.
        required("datasketch", extra="similar", what="--similar")
    refuse_unreadable([*paths, *options.reference, *filter(None, (options.wikidata,))])
    with (
        staged(options.out) as folder,
        tempfile.TemporaryDirectory(prefix="work-", dir=folder) as work,
        closing(ProblemLog(folder / PROBLEMS)) as log,
    ):
        said = _built(paths, _Run(options, folder, Path(work), log))
        if not said.records.read:
            raise UnreadableInputError(f"there is nothing to read in {', '.join(paths)}")
        (folder / MANIFEST).write_bytes(said.written())
        if not said.records.published and _holds_questions(options.out):
            raise NothingReadError(_first_problems(folder / PROBLEMS), options.out)
    return said


class _Run(NamedTuple):
    """One build: what it was told, the folder it writes, that of its own files, the problems."""

    options: Options
    folder: Path
    work: Path
    log: ProblemLog


def _built(paths: Sequence[str], run: _Run) -> Manifest:
    """All that is written but the manifest, and the manifest."""
    options, folder, work, log = run
    people = _known_people(options, log)
    known = _read_all(paths, run)
    means = _means(run, known, people)
    with _inspector(options) as inspector:
        conversion = Conversion(means, inspector.screen if inspector else None)
        written = _written(run, known, conversion, people, inspector)
        verdict = None
        if inspector:
            options.progress("validating", 0, known.published)
            verdict = inspector.validated(folder, written, (known, work), log)
    shutil.rmtree(work)
    as_of = options.as_of or known.latest
    account = Account(options.base, as_of, known, people.inputs, written, verdict)
    describe(account, folder)
    log.close()
    return manifest(account, folder, log)


def _inspector(options: Options) -> AbstractContextManager["Inspector | None"]:
    """What validates, if that is wanted."""
    if not options.check:
        return nullcontext()
    # Here and not above: a build without validation need not wait for the libraries behind it.
    from questions_rdf.conformity import Inspector  # noqa: PLC0415

    screened = N_TRIPLES.name in options.formats and not options.compress
    return closing(Inspector(options.jobs, screened=screened))


class _KnownPeople(NamedTuple):
    """The reference data, the items of Wikidata, and the files of both."""

    annuaire: Annuaire | None
    items: Mapping[str, str]
    inputs: list[Input]


def _known_people(options: Options, log: ProblemLog) -> _KnownPeople:
    """Who and what there is to be known, read before any question."""
    annuaire: Annuaire | None = None
    items: Mapping[str, str] = {}
    inputs: list[Input] = []
    if options.reference:
        options.progress("reference", 0, None)
        annuaire, problems, inputs = load_annuaire(options.reference, options.limits)
        log.add_all(problems)
    if options.wikidata:
        items, problems, further = load_items(options.wikidata, options.limits)
        log.add_all(problems)
        inputs = [*inputs, *further]
    return _KnownPeople(annuaire, items, inputs)


# -- The two passes -------------------------------------------------------------------------------


def _read_all(paths: Sequence[str], run: _Run) -> Inventory:
    """Every source, once; the records go to the spool."""
    options, folder, work, log = run
    known = Inventory()
    found = batches(paths, options.limits, (options.out.absolute(), folder))
    for taken in take_in(found, work, options.limits, options.jobs, options.progress):
        known.add(taken)
        log.merge(taken.sheet)
    with closing(Spools(work)) as spools:
        known.settle(spools, log)
    log.end_of_pass()
    return known


def _means(run: _Run, known: Inventory, people: _KnownPeople) -> Means:
    options = run.options
    as_of = options.as_of or known.latest or date.min
    if known.latest and as_of < known.latest:
        origin = Origin("--as-of")
        run.log.add(catalogue.AS_OF_ANTERIEUR.at(origin, as_of=as_of, latest=known.latest))
    with closing(Spools(run.work)) as spools:
        shared = known.shared_sources(spools)
    return Means(
        folder=run.work,
        formats=options.formats,
        base=options.base,
        as_of=as_of,
        annuaire=people.annuaire,
        shared=shared,
        volume=options.split,
        compression=_compression(options),
        jobs=options.jobs,
        similar=options.similar,
    )


def _compression(options: Options) -> Compression | None:
    return COMPRESSIONS[options.compress] if options.compress else None


def _written(
    run: _Run,
    known: Inventory,
    conversion: Conversion,
    people: _KnownPeople,
    inspector: "Inspector | None",
) -> Written:
    """The data files: every question, then what the questions refer to."""
    register = Register(people.annuaire, people.items)
    moved, sources = set[tuple[str, str]](), dict[str, Source]()
    answers = Reponses()
    means = conversion.means
    with Volumes(
        run.folder, means.formats, means.base, means.compression, numbered=means.volume is not None
    ) as volumes:
        for one in _converted(run, known, conversion):
            for part in one.parts:
                _append(part, volumes, means, inspector)
            register.merge(one.noted)
            run.log.merge(one.sheet)
            moved |= one.redirections
            answers.unite(one.answers)
            for source in one.sources:
                sources.setdefault(source.sha256, source)
        if shared := conversion.shared(register, sources.values(), known.published):
            _append(shared, volumes, means, inspector)
        for part in _together(run, conversion, answers, known.published):
            _append(part, volumes, means, inspector)
        written = volumes.finish()
    run.log.end_of_pass()
    if people.annuaire or moved:
        described = redirections.describe(moved)
        write_beside(run.folder / REDIRECTIONS, means.base, redirections.PREFIXES, described)
    return written


def _together(
    run: _Run, conversion: Conversion, answers: Reponses, published: int
) -> Iterator[Screened]:
    """What brings questions together: it is known when all of them are through."""
    communes = answers.communes()
    yield from conversion.together("Réponses communes", tables.REPONSE_COMMUNE, communes, published)
    if run.options.similar:
        # Here and not above: it needs libraries that are an extra.
        from questions_rdf.rapprochements.groupes_similaires import groupes  # noqa: PLC0415

        run.options.progress("comparing", 0, published)
        title, similar = "Questions similaires", groupes(run.work)
        yield from conversion.together(title, tables.GROUPE_SIMILAIRE, similar, published)


def _append(
    screened: Screened, volumes: Volumes, means: Means, inspector: "Inspector | None"
) -> None:
    """The next part goes into the files; where its N-Triples stand goes with the verdict."""
    spans = volumes.append(screened.part)
    if inspector and screened.verdict:
        inspector.note(spans[means.formats.index(N_TRIPLES.name)], screened.verdict)


def _converted(run: _Run, known: Inventory, conversion: Conversion) -> Iterator[Converted]:
    """What comes out of each batch."""
    questions = 0
    for one in in_order(conversion, known.plans(), run.options.jobs):
        questions += one.questions
        run.options.progress("writing", questions, known.published)
        yield one


class NothingReadError(UnreadableInputError):
    """Not one question could be read, and the former output is worth more than an empty one.

    ``problems`` are the lines of the report that would have been written.
    """

    def __init__(self, problems: list[bytes], out: Path) -> None:
        self.problems = problems
        super().__init__(f"no question could be read; {out} is left as it was")


def _holds_questions(out: Path) -> bool:
    former = Manifest.found(out / MANIFEST)
    return former is not None and former.records.published > 0


def _first_problems(path: Path, most: int = 1000) -> list[bytes]:
    with path.open("rb") as lines:
        return list(islice(lines, most))
