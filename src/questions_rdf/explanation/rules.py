"""All rules with everything that there is to know of each, file by file, as the files have them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from questions_rdf.explanation.codes import CodeExplained, all_codes, explained
from questions_rdf.files import data_folder


class RuleTold(NamedTuple):
    """A rule, and the Turtle of its shape."""

    told: CodeExplained
    turtle: str


class RulesFile(NamedTuple):
    """A file of shapes: its path below ``shapes/``, and its rules in their order."""

    path: str
    rules: list[RuleTold]

    @property
    def is_strict(self) -> bool:
        """Whether its rules hold for the strict reading only."""
        return self.path.startswith("strict/")


@cache
def rules_files() -> tuple[RulesFile, ...]:
    """All files, in the order of their paths; those of the strict reading and of quality last."""
    folder = data_folder("shapes")
    codes = {one.code for one in all_codes() if one.kind == "rule"}
    paths = sorted(folder.rglob("*.ttl"), key=lambda one: (len(one.parts), one))
    return tuple(
        RulesFile(path.relative_to(folder).as_posix(), list(_rules(path, codes))) for path in paths
    )


def _rules(path: Path, codes: set[str]) -> Iterator[RuleTold]:
    for code, turtle in blocks(path.read_text(encoding="utf-8")):
        if code in codes and (told := explained(code)):
            yield RuleTold(told, turtle)


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """The shapes of a file: the name of each, and its lines from its name to its full stop."""
    lines = text.splitlines()
    start = None
    for number, line in enumerate(lines):
        if start is None and line.startswith("qps:"):
            start = number
        if start is not None and line.rstrip().endswith(" ."):
            block = lines[start : number + 1]
            yield block[0][len("qps:") :].split()[0], "\n".join(block)
            start = None


def all_shapes() -> str:
    """All files as one document, as they stand."""
    folder = data_folder("shapes")
    return "\n".join((folder / one.path).read_text(encoding="utf-8") for one in rules_files())
