"""The whole way once; read it from top to bottom.

A source becomes records, records become triples, triples that hold are published, and everything
else becomes a line in the problem report.
"""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from questions_rdf import catalogue, compression, iris
from questions_rdf.accounting import Account, describe, manifest
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.compression import COMPRESSIONS, Compression
from questions_rdf.conversion import Conversion, Means, shared_part
from questions_rdf.errors import UnreadableInputError
from questions_rdf.formats import FORMATS, QUICKEST_FIRST, STEM
from questions_rdf.intake import refuse_unreadable, take_in
from questions_rdf.inventory import Inventory
from questions_rdf.manifest import Input, Manifest
from questions_rdf.mapping import redirections
from questions_rdf.mapping.register import Register
from questions_rdf.problem_log import ProblemLog
from questions_rdf.problems import Bilingual, Origin, Problem, Stage
from questions_rdf.publication import MANIFEST, staged
from questions_rdf.records import Source, key_of_uid
from questions_rdf.referentiel import load_annuaire, load_items
from questions_rdf.sources import Limits, batches
from questions_rdf.spool import Spools
from questions_rdf.validation.report import report_text, report_turtle
from questions_rdf.validation.shacl import Finding, load_data, validate
from questions_rdf.validation.shapes import load_shapes
from questions_rdf.volumes import Volumes, Written, write_beside
from questions_rdf.workers import in_order

PROBLEMS = "problems.jsonl"
REDIRECTIONS = "redirections.ttl"
REPORT_TURTLE = "shacl-report.ttl"
REPORT_TEXT = "shacl-report.txt"

Progress = Callable[[str, int], None]
"""Called with what is being done, and how many questions are through it."""


class Options(NamedTuple):
    """What a build may be told.

    ``as_of`` is by default the latest date in the input; ``reference`` and ``wikidata`` are paths;
    ``jobs`` is how many processes work; ``split`` how many questions a volume has, all in one if not
    given; ``compress`` the name of a compression.
    """

    out: Path
    formats: Sequence[str] = tuple(FORMATS)
    base: str = iris.DEFAULT_BASE
    as_of: date | None = None
    limits: Limits = Limits()
    reference: Sequence[str] = ()
    wikidata: str | None = None
    check: bool = True
    progress: Progress = lambda _what, _count: None
    jobs: int = 1
    split: int | None = None
    compress: str | None = None


def build(paths: Sequence[str], options: Options) -> Manifest:
    """Convert ``paths`` (files, folders, zips, ``-``) into the folder ``options.out``.

    Raises:
        UnreadableInputError: if a path does not exist.
        UsageError: if ``out`` is not a folder that a build may replace.
        OutputError: if the output cannot be written, or does not read back as what was written.
    """
    compression.ready(options.compress)
    refuse_unreadable([*paths, *options.reference, *filter(None, (options.wikidata,))])
    with (
        staged(options.out) as folder,
        tempfile.TemporaryDirectory(prefix="work-", dir=folder) as work,
        closing(ProblemLog(folder / PROBLEMS)) as log,
    ):
        people = _known_people(options, log)
        spool = Path(work)
        known = _read_all(paths, options, (options.out.absolute(), folder), spool, log)
        means = _means(options, known, people, spool, log)
        written = _written(known, means, people, options, folder, log)
        findings = _validate(written, known, means, folder, log, options) if options.check else None
        shutil.rmtree(work)
        verdict = None if findings is None else Counter(one.severity for one in findings)
        as_of = options.as_of or known.latest
        account = Account(options.base, as_of, known, people.inputs, written, verdict)
        describe(account, folder)
        log.close()
        said = manifest(account, folder, log)
        if not said.records.read:
            raise UnreadableInputError(f"there is nothing to read in {', '.join(paths)}")
        (folder / MANIFEST).write_bytes(said.written())
        if not said.records.published and _holds_questions(options.out):
            raise NothingReadError(_first_problems(folder / PROBLEMS), options.out)
    return said


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
        options.progress("reference", 0)
        annuaire, problems, inputs = load_annuaire(options.reference, options.limits)
        log.add_all(problems)
    if options.wikidata:
        items, problems, further = load_items(options.wikidata, options.limits)
        log.add_all(problems)
        inputs = [*inputs, *further]
    return _KnownPeople(annuaire, items, inputs)


# -- The two passes -------------------------------------------------------------------------------


def _read_all(
    paths: Sequence[str], options: Options, outputs: tuple[Path, ...], spool: Path, log: ProblemLog
) -> Inventory:
    """Every source, once; the records go to the spool."""
    known = Inventory()
    found = batches(paths, options.limits, outputs)
    for taken in take_in(found, spool, options.limits, options.jobs, options.progress):
        known.add(taken)
        log.merge(taken.sheet)
    with closing(Spools(spool)) as spools:
        known.settle(spools, log)
    log.end_of_pass()
    return known


def _means(
    options: Options, known: Inventory, people: _KnownPeople, spool: Path, log: ProblemLog
) -> Means:
    as_of = options.as_of or known.latest or date.min
    if known.latest and as_of < known.latest:
        log.add(catalogue.AS_OF_ANTERIEUR.at(Origin("--as-of"), as_of=as_of, latest=known.latest))
    with closing(Spools(spool)) as spools:
        shared = known.shared_sources(spools)
    return Means(
        folder=spool,
        formats=options.formats,
        base=options.base,
        as_of=as_of,
        annuaire=people.annuaire,
        shared=shared,
        volume=options.split,
        compression=_compression(options),
    )


def _compression(options: Options) -> Compression | None:
    return COMPRESSIONS[options.compress] if options.compress else None


def _written(
    known: Inventory,
    means: Means,
    people: _KnownPeople,
    options: Options,
    folder: Path,
    log: ProblemLog,
) -> Written:
    """The data files: every question, then what the questions refer to."""
    register = Register(people.annuaire, people.items)
    moved, sources, count = set[tuple[str, str]](), dict[str, Source](), 0
    with Volumes(
        folder,
        options.formats,
        options.base,
        means.compression,
        numbered=options.split is not None,
    ) as files:
        for one in in_order(Conversion(means), known.plans(), options.jobs):
            for part in one.parts:
                files.append(part)
            register.merge(one.noted)
            log.merge(one.sheet)
            moved |= one.redirections
            for source in one.sources:
                sources.setdefault(source.sha256, source)
            count += one.questions
            options.progress("writing", count)
        if shared := shared_part(register, sources.values(), means, known.published):
            files.append(shared)
        written = files.finish()
    log.end_of_pass()
    if people.annuaire or moved:
        described = redirections.describe(moved)
        write_beside(folder / REDIRECTIONS, options.base, redirections.PREFIXES, described)
    return written


class NothingReadError(UnreadableInputError):
    """Not one question could be read, and the former output is worth more than an empty one.

    ``problems`` are the lines of the report that would have been written.
    """

    def __init__(self, problems: list[bytes], out: Path) -> None:
        self.problems = problems
        super().__init__(f"no question could be read; {out} is left as it was")


def _holds_questions(out: Path) -> bool:
    try:
        return Manifest.read(out / MANIFEST).records.published > 0
    except (OSError, msgspec.DecodeError):
        return False


def _first_problems(path: Path, most: int = 1000) -> list[bytes]:
    with path.open("rb") as lines:
        return list(islice(lines, most))


# -- Validation -----------------------------------------------------------------------------------


def _validate(
    written: Written,
    known: Inventory,
    means: Means,
    folder: Path,
    log: ProblemLog,
    options: Options,
) -> list[Finding]:
    """The findings of SHACL on one of the files (they hold one graph), as reports and problems."""
    options.progress("validating", known.published)
    shapes = load_shapes()
    paths = [folder / one.name for one in written.files]
    findings = validate(load_data([min(paths, key=_quickest)]), shapes)
    (folder / REPORT_TURTLE).write_text(
        report_turtle(findings, shapes), encoding="utf-8", newline="\n"
    )
    (folder / REPORT_TEXT).write_text(report_text(findings), encoding="utf-8", newline="\n")
    origins = _origins({_uid(finding.focus) for finding in findings}, known, means.folder)
    for finding in findings:
        log.add(_problem(finding, origins.get(_uid(finding.focus), Origin(STEM))))
    return findings


def _problem(finding: Finding, origin: Origin) -> Problem:
    about = f" ({finding.path} = {finding.value})" if finding.value and finding.path else ""
    return Problem(
        code=finding.code,
        severity=finding.severity,
        stage=Stage.VALIDATION,
        message=finding.messages,
        hint=Bilingual(
            f"Règle {finding.code} des shapes SHACL{about}.",
            f"Rule {finding.code} of the SHACL shapes{about}.",
        ),
        origin=origin,
        subject=finding.focus,
    )


def _quickest(path: Path) -> int:
    return [form.extension for form in QUICKEST_FIRST].index(path.suffix)


def _uid(iri: str) -> str:
    return iri.partition("#")[0].rpartition("/")[2]


def _origins(uids: set[str], known: Inventory, spool: Path) -> dict[str, Origin]:
    """Where the questions of the findings were read."""
    keys = {key: uid for uid in uids if (key := key_of_uid(uid)) is not None}
    with closing(Spools(spool)) as spools:
        return {
            keys[key]: spools.at(place)[0].origin for key, place in known.places_of(keys).items()
        }
