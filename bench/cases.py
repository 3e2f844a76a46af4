"""What is measured: corpora, the programs that read them, and which of them have to agree."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench import agreement
from bench.corpus.generation import Corpus, Wishes
from bench.corpus.packaging import LAYOUTS
from bench.measure import Run, measured
from bench.peers import morph_kgc
from bench.phases import HAS_JOBS

PROGRAM = [sys.executable, "-m", "questions_rdf"]
AS_OF = "2026-11-17"
UNREAD = "-unread"
"""What the key of a build ends in that does not read back what it wrote."""
_DEFECTS = 0.004


class Case(NamedTuple):
    """A command that is measured; ``questions`` is how many go through it."""

    key: str
    title: str
    command: list[str]
    questions: int
    expected: tuple[int, ...] = (0,)

    def run(self, folder: Path) -> Run:
        """Run it once."""
        return measured(self.command, folder, self.expected)

    def twice(self) -> Iterator["Case"]:
        """A build as it is, and one that does not read back what it wrote."""
        yield self._replace(title=f"{self.title}, read back")
        yield self._replace(
            key=f"{self.key}{UNREAD}",
            title=f"{self.title}, not read back",
            command=[*self.command, "--no-read-back"],
        )

    def shown(self) -> str:
        """The command as a person would type it."""
        return " ".join(["python", *self.command[1:]])


class Sizes(NamedTuple):
    """How many questions each group of programs gets: nobody waits an hour for a slow peer.

    ``whole`` is for the conversion and Morph-KGC, ``graphs`` for libraries that build terms or
    graphs, ``shapes`` for validation.
    """

    whole: int
    graphs: int
    shapes: int

    @classmethod
    def of(cls, questions: int) -> "Sizes":
        """The sizes of a benchmark of that many questions."""
        return cls(questions, max(20, questions // 4), max(20, questions // 4))


class Workbench:
    """A folder with the corpora, and the cases that read them."""

    def __init__(self, folder: Path, sizes: Sizes, morph: str | None) -> None:
        self.folder = folder
        self._sizes = sizes
        self._morph = morph
        self.skipped: list[str] = []
        self._prepare()

    def _prepare(self) -> None:
        """Every corpus, and the data that validation and the bare writing of bytes need."""
        whole, graphs, shapes = self._sizes
        LAYOUTS["json"](Corpus(Wishes(whole)), self.folder / "corpus.zip")
        LAYOUTS["json"](Corpus(Wishes(graphs)), self.folder / "smaller.zip")
        LAYOUTS["json"](Corpus(Wishes(shapes, defects=_DEFECTS)), self.folder / "faulty.zip")
        plain = Corpus(Wishes(whole, plain=True)).of_nature("QE")
        morph_kgc.prepare(self.folder / "rml", plain)
        for source in ("corpus", "faulty"):
            _build(source, "", f"{source}.zip", 0, "nt").run(self.folder)

    def cases(self) -> list[Case]:
        """Everything that can be measured here; what cannot is named in ``skipped``."""
        self.skipped.clear()
        return [
            *self._bytes_only(),
            *self._builds(),
            *self._checked(),
            *self._libraries(),
            *self._rml(),
            *self._validation(),
            Case("help", "questions-rdf --help", [*PROGRAM, "--help"], 0),
        ]

    def _bytes_only(self) -> Iterator[Case]:
        program, whole = _module("bench.peers.bytes_only"), self._sizes.whole
        written = ["corpus.zip", "out-corpus/questions.nt", "copy.nt"]
        yield Case("copy", "copy of the bytes", [*program, "copy", "corpus.zip", "copy"], whole)
        yield Case("parse", "JSON parse (msgspec)", [*program, "parse", "corpus.zip"], whole)
        standard = [*program, "parse", "corpus.zip", "json"]
        yield Case("parse-json", "JSON parse (json)", standard, whole)
        both = [*program, "parse-write", *written]
        yield Case("parse-write", "JSON parse and the same bytes written", both, whole)

    def _builds(self) -> Iterator[Case]:
        """N-Triples and all formats, with one process and with two."""
        whole = self._sizes.whole
        for jobs in self._jobs():
            end = "" if jobs == 1 else f"-{jobs}"
            processes = f"{jobs} process{'es' if jobs > 1 else ''}"
            title = f"build, N-Triples, {processes}"
            yield from _build(f"nt{end}", title, "corpus.zip", whole, "nt", jobs=jobs).twice()
            title = f"build, 3 formats, {processes}"
            yield from _build(f"three{end}", title, "corpus.zip", whole, jobs=jobs).twice()

    def _jobs(self) -> tuple[int, ...]:
        if HAS_JOBS:
            return 1, 2
        self.skipped.append("builds with several processes: this version has no such option")
        return (1,)

    def _checked(self) -> Iterator[Case]:
        """With validation, on the corpus that has something to find."""
        shapes = self._sizes.shapes
        for jobs in (1, 2) if HAS_JOBS else (1,):
            title = f"build, 3 formats, read back and validated, processes: {jobs}"
            case = _build(f"checked-{jobs}", title, "faulty.zip", shapes, jobs=jobs)
            yield case._replace(command=[*case.command, "--check"])

    def _libraries(self) -> Iterator[Case]:
        graphs = self._sizes.graphs
        title = "build, N-Triples, 1 process, smaller corpus"
        yield from _build("nt-smaller", title, "smaller.zip", graphs, "nt").twice()
        for module, key in (("oxigraph_terms", "pyoxigraph"), ("rdflib_graph", "rdflib")):
            for suffix in ("nt", "ttl", "jsonld"):
                program = _module(f"bench.peers.{module}")
                command = [*program, "smaller.zip", f"{key}.{suffix}", AS_OF]
                yield Case(f"{key}-{suffix}", f"{key}, {suffix}", command, graphs)

    def _rml(self) -> Iterator[Case]:
        whole = self._sizes.whole
        title = "build, N-Triples, 1 process, RML's corpus"
        yield from _build("nt-rml", title, "rml/corpus.json", whole, "nt").twice()
        if self._morph is None or not morph_kgc.version(self._morph):
            self.skipped.append("Morph-KGC: not installed (see bench/peers/morph-kgc.txt)")
            return
        command = [self._morph, "-m", "morph_kgc", "rml/morph-kgc.ini"]
        yield Case("morph-kgc", "Morph-KGC, part of the mapping", command, whole)

    def _validation(self) -> Iterator[Case]:
        shapes, data = self._sizes.shapes, "out-faulty/questions.nt"
        command = [*PROGRAM, "validate", data, "--json"]
        yield Case("validate", "validate", command, shapes, (0, 1))
        if "--jobs" in measured([*PROGRAM, "validate", "--help"], self.folder).output:
            two = [*command, "--jobs", "2"]
            yield Case("validate-2", "validate, 2 processes", two, shapes, (0, 1))
        else:
            self.skipped.append("validation in several processes: this version has no --jobs")
        plain = [*_module("bench.peers.pyshacl_plain"), data]
        yield Case("pyshacl", "pySHACL", plain, shapes)

    def refuse_disagreement(self, outputs: dict[str, str]) -> list[str]:
        """Compare what the programs wrote; one sentence for each comparison.

        Args:
            outputs: what the cases printed.

        Raises:
            DisagreementError: if two of them wrote different things.
        """
        ours = self.folder / "out-nt-smaller" / "questions.nt"
        said = []
        for key in outputs:
            library, _, suffix = key.partition("-")
            if library in {"rdflib", "pyoxigraph"}:
                theirs = agreement.triples(self.folder / f"{library}.{suffix}")
                count = agreement.refuse_other_triples(key, agreement.triples(ours), theirs)
                said.append(f"{key}: the same {count:,} triples")
        if "morph-kgc" in outputs:
            part = agreement.triples(self.folder / "out-nt-rml" / "questions.nt", morph_kgc.belongs)
            theirs = agreement.triples(self.folder / "rml" / "morph-kgc.nt")
            count = agreement.refuse_other_triples("Morph-KGC", part, theirs)
            whole = json.loads(outputs["nt-rml"])["triples"]
            said.append(
                f"Morph-KGC: the same {count:,} triples of its part of the mapping; "
                f"the build wrote {whole:,} in its time"
            )
        return [*said, self._same_findings(outputs)]

    @staticmethod
    def _same_findings(outputs: dict[str, str]) -> str:
        ours, theirs = outputs["validate"].count("\n"), int(outputs["pyshacl"])
        if ours != theirs:
            raise agreement.DisagreementError(f"validate: {ours} findings, pySHACL: {theirs}")
        return f"validation: the same {ours:,} findings"


def _module(name: str) -> list[str]:
    return [sys.executable, "-m", name]


def _build(key: str, title: str, source: str, questions: int, *formats: str, jobs: int = 1) -> Case:
    command = [*_module("bench.phases"), source, f"out-{key}", "--as-of", AS_OF]
    for name in formats:
        command += ["--format", name]
    if jobs > 1:
        command += ["--jobs", str(jobs)]
    return Case(key, title, command, questions)
