"""The golden cases: a folder with a source, the Turtle and the problems that it must give."""

import functools
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyoxigraph

from questions_rdf.build import Options, build
from questions_rdf.manifest import Manifest

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = "expected.ttl"
PROBLEMS = "problems.json"
_PLACE = ("file", "member", "line", "path")


class Outcome(NamedTuple):
    """What a build made of some inputs."""

    turtle: bytes
    problems: tuple[dict[str, Any], ...]
    manifest: Manifest

    @property
    def codes(self) -> list[str]:
        """The codes of the problems, in order."""
        return [problem["code"] for problem in self.problems]


def cases() -> list[Path]:
    """The folder of every case: ``fixtures/{reader}/{case}``."""
    return sorted(path for path in FIXTURES.glob("*/*") if path.is_dir())


def name_of(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


def sources(case: Path) -> list[Path]:
    """The inputs of a case, in the order in which they are read."""
    return sorted(case.glob("source*"))


def references(case: Path) -> list[Path]:
    """The reference data of a case, if it has some."""
    return sorted(case.glob("reference*"))


def built(*paths: Path, options: Options | None = None) -> Outcome:
    """The Turtle and the problems of a build, which is not validated."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        chosen = (options or Options(out))._replace(out=out, formats=("ttl",), check=False)
        manifest = build([str(path) for path in paths], chosen)
        lines = (out / "problems.jsonl").read_bytes().splitlines()
        problems = tuple(_without_file(msgspec.json.decode(line)) for line in lines)
        return Outcome((out / "questions.ttl").read_bytes(), problems, manifest)


@functools.cache
def built_case(case: Path) -> Outcome:
    """The outcome of a case, worked out once."""
    out = Path(tempfile.gettempdir())
    known = tuple(str(path) for path in references(case))
    return built(*sources(case), options=Options(out, reference=known))


def triples(turtle: bytes) -> set[str]:
    """The triples of a Turtle document; there are no blank nodes in ours."""
    parsed = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return {f"{quad.subject} {quad.predicate} {quad.object}" for quad in parsed}


def shown(problems: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    """What a golden file keeps of each problem: enough to see that it is right, in one language."""
    return [
        {
            "code": problem["code"],
            "severity": problem["severity"],
            "rejected": problem.get("rejected", False),
            "place": {key: problem[key] for key in _PLACE if problem[key] is not None},
            "message": problem["message"].replace(f"{FIXTURES.as_posix()}/", ""),
            "occurrences": problem.get("occurrences", 1),
        }
        for problem in problems
    ]


def written(problems: tuple[dict[str, Any], ...]) -> bytes:
    """The golden file of some problems."""
    return msgspec.json.format(msgspec.json.encode(shown(problems)), indent=2) + b"\n"


def _without_file(problem: dict[str, Any]) -> dict[str, Any]:
    """The problem with the file's name only: the folder is not the same everywhere."""
    return {**problem, "file": Path(problem["file"]).name}
