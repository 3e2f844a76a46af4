"""From an output folder, or files of data, to the figures of the report."""

import tempfile
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from questions_rdf.conformity import REPORT_TURTLE
from questions_rdf.data_files import changed, data_files
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.manifest import Manifest
from questions_rdf.prefixes import expanded
from questions_rdf.problem_log import PROBLEMS
from questions_rdf.publication import MANIFEST
from questions_rdf.quality.fields import Field, Measured, measured_classes
from questions_rdf.quality.findings import Broken, Found, broken, findings
from questions_rdf.quality.formes import formes
from questions_rdf.quality.report import ALL, Cell, ClassReport, FieldReport, Report, Scope
from questions_rdf.quality.tally import Outline, Place, Tally, Waiting, settled, tally_slice
from questions_rdf.validation.slices import Slice, cut, put_in_order
from questions_rdf.workers import in_order

_QUESTION = "qp:Question"

Progress = Callable[[str, int, int | None], None]


class _Beside(NamedTuple):
    """What stands beside the data: the manifest, the findings, the SHACL report."""

    manifest: Manifest | None
    findings: list[Found]
    broken: Broken | None


def measured(path: Path, jobs: int, progress: Progress = lambda *_: None) -> Report:
    """The figures of an output folder, or of a file of data.

    Raises:
        UnreadableInputError: if the data, or a report beside it, cannot be read.
    """
    files = data_files(path)
    beside = _beside(path, judged=not changed(files))
    base = beside.manifest.base if beside.manifest else DEFAULT_BASE
    resources = _counted(files, beside.broken or Broken({}, frozenset()), base, jobs, progress)
    sums = _Sums(resources)
    manifest = beside.manifest
    validated = beside.broken is not None
    return Report(
        base=base,
        version=manifest.version if manifest else "",
        as_of=manifest.as_of if manifest else None,
        files=[file.name for file in files],
        inputs=manifest.inputs if manifest else [],
        records=manifest.records if manifest else None,
        validated=validated,
        scopes=sums.scopes,
        conformity=sums.conformity() if validated else [],
        classes=list(sums.classes(validated=validated)),
        findings=beside.findings,
        unmeasured=sums.unmeasured,
    )


def _beside(path: Path, *, judged: bool) -> _Beside:
    """What a build left in the folder; nothing beside a file that is named alone.

    The SHACL report counts if it judged the data as it is.
    """
    if not path.is_dir():
        return _Beside(None, [], None)
    problems, report = path / PROBLEMS, path / REPORT_TURTLE
    return _Beside(
        Manifest.found(path / MANIFEST),
        findings(problems) if problems.exists() else [],
        broken(report) if judged and report.exists() else None,
    )


# ---- Counting


def _counted(
    files: Sequence[Path], against: Broken, base: str, jobs: int, progress: Progress
) -> Counter[tuple[Place, Outline]]:
    """All resources; data whose documents are not in one piece is put in order first."""
    slices = list(cut(files, jobs))
    if not slices:
        return Counter()
    with tempfile.TemporaryDirectory(prefix="questions-rdf-") as folder:
        while True:
            gathered = _Gathered()
            work = partial(_work, against, base)
            for done, tally in enumerate(in_order(work, slices, jobs), 1):
                if tally is None:
                    break
                gathered.add(tally)
                progress("counting", done, len(slices))
            else:
                if slices[0].bucket or gathered.is_in_order():
                    return gathered.finish()
            slices = put_in_order(files, Path(folder))
            if not slices:
                return Counter()


def _work(against: Broken, base: str, one: Slice, tell: Callable[[str], None]) -> Tally | None:
    return tally_slice(against, base, one, tell)


class _Gathered:
    """The tallies of all slices."""

    def __init__(self) -> None:
        self._resources: Counter[tuple[Place, Outline]] = Counter()
        self._waiting: Counter[Waiting] = Counter()
        self._sources, self._documents = array("Q"), array("Q")
        self._formes = bytearray()

    def add(self, tally: Tally) -> None:
        """Take one in."""
        self._resources.update(tally.resources)
        self._waiting.update(tally.waiting)
        self._sources.frombytes(tally.sources)
        self._formes += tally.formes
        self._documents.frombytes(tally.documents)

    def is_in_order(self) -> bool:
        """Whether no document is in two places."""
        return all(one != other for one, other in pairwise(sorted(self._documents)))

    def finish(self) -> Counter[tuple[Place, Outline]]:
        """All resources; sources that are described nowhere are of the form of all others."""
        wanted = {source for sources, _, _ in self._waiting for source in sources}
        described = dict.fromkeys(wanted, len(formes()) - 1)
        described.update(
            (source, forme)
            for source, forme in zip(self._sources, self._formes, strict=True)
            if source in wanted
        )
        settled(self._waiting, described, self._resources)
        return self._resources


# ---- Adding up


class _Sums:
    """Resources by scope, class and property."""

    def __init__(self, resources: Counter[tuple[Place, Outline]]) -> None:
        self._total: Counter[tuple[Scope, str]] = Counter()
        self._sound: Counter[tuple[Scope, str]] = Counter()
        self._stated: Counter[tuple[Scope, str, str]] = Counter()
        self._by_name: Counter[tuple[Scope, str, str]] = Counter()
        self._broken: Counter[tuple[Scope, str, str]] = Counter()
        self.unmeasured = 0
        for (place, outline), count in resources.items():
            if not outline.classe:
                self.unmeasured += count
                continue
            for scope in _scopes(place):
                self._add(scope, outline, count)
        self.scopes = sorted({scope for scope, _ in self._total}, key=_order)

    def _add(self, scope: Scope, outline: Outline, count: int) -> None:
        classe = outline.classe
        self._total[scope, classe] += count
        self._sound[scope, classe] += 0 if outline.flawed else count
        for counter, terms in (
            (self._stated, outline.stated),
            (self._by_name, outline.by_name),
            (self._broken, outline.broken & outline.stated),
        ):
            for term in terms:
                counter[scope, classe, term] += count

    def conformity(self) -> list[Cell]:
        """The questions without a violation."""
        natures = [one.classe for one in measured_classes() if _QUESTION in one.types]
        return list(
            _cells(
                (scope, _over(self._sound, scope, natures), _over(self._total, scope, natures))
                for scope in self.scopes
            )
        )

    def classes(self, *, validated: bool) -> Iterator[ClassReport]:
        """The classes of which there are resources, with all properties that they can have."""
        for one in measured_classes():
            scopes = [scope for scope in self.scopes if self._total[scope, one.classe]]
            if scopes:
                counts = {scope.key: self._total[scope, one.classe] for scope in scopes}
                fields = [
                    self._field(one, field, scopes, validated=validated) for field in one.fields
                ]
                yield ClassReport(one.classe, counts, fields)

    def _field(
        self, one: Measured, field: Field, scopes: Sequence[Scope], *, validated: bool
    ) -> FieldReport:
        term = expanded(field.term)

        def shares(less: Counter[tuple[Scope, str, str]]) -> list[Cell]:
            """Of the resources that have the property, those that ``less`` does not count."""
            having = ((scope, self._stated[scope, one.classe, term]) for scope in scopes)
            return list(
                _cells((scope, n - less[scope, one.classe, term], n) for scope, n in having)
            )

        return FieldReport(
            key=field.key,
            term=field.term,
            need=field.need,
            complete=list(
                _cells(
                    (scope, self._stated[scope, one.classe, term], self._total[scope, one.classe])
                    for scope in scopes
                )
            ),
            valid=shares(self._broken) if validated else [],
            identified=shares(self._by_name) if field.names else [],
        )


def _over(counter: Counter[tuple[Scope, str]], scope: Scope, classes: Iterable[str]) -> int:
    return sum(counter[scope, classe] for classe in classes)


def _cells(figures: Iterable[tuple[Scope, int, int]]) -> Iterator[Cell]:
    """The shares that are shares of something."""
    for scope, numerator, denominator in figures:
        if denominator:
            yield Cell(scope.key, numerator, denominator)


def _scopes(place: Place) -> Iterator[Scope]:
    """The parts of the data that a resource of that place counts in."""
    yield ALL
    if place.legislature is not None:
        yield Scope("legislature", place.legislature)
    for forme in sorted(place.formes or ()):
        yield Scope("form", _short(formes()[forme].iri))


def _short(iri: str) -> str:
    return f"qp:{iri.rpartition('#')[2]}"


def _order(scope: Scope) -> tuple[int, int, str]:
    number = int(scope.name) if scope.name.isdigit() else 0
    return ("all", "legislature", "form").index(scope.kind), number, scope.name
