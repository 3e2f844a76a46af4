"""What the project promises of its speed, and whether it was kept this time."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from bench.measure import Run

Runs = Mapping[str, Run]


class Target(NamedTuple):
    """A promise: what is compared (keys of cases), how, and the bound that it has to keep.

    What has no bound is shown for comparison.
    """

    what: str
    needs: tuple[str, ...]
    value: Callable[[Runs], float]
    bound: float | None = None
    at_most: bool = False
    unit: str = "×"

    def line(self, runs: Runs) -> tuple[str, str, str, str]:
        """What, target, measured, verdict."""
        sign = "≤" if self.at_most else "≥"
        bound = "" if self.bound is None else f"{sign} {self.bound:,g} {self.unit}"
        if any(key not in runs for key in self.needs):
            return self.what, bound, "not measured", ""
        value = self.value(runs)
        shown = f"{value:,.0f}" if value >= 1000 else f"{value:.2f}"  # noqa: PLR2004
        return self.what, bound, f"{shown} {self.unit}", self._verdict(value)

    def _verdict(self, value: float) -> str:
        if self.bound is None:
            return ""
        kept = value <= self.bound if self.at_most else value >= self.bound
        return "kept" if kept else "**missed**"


def triples(run: Run) -> int:
    """How many triples a build wrote."""
    return int(msgspec.json.decode(run.output)["triples"])


def _rate(key: str) -> Callable[[Runs], float]:
    return lambda runs: triples(runs[key]) / runs[key].seconds


def _times(slower: str, faster: str) -> Callable[[Runs], float]:
    return lambda runs: runs[slower].seconds / runs[faster].seconds


def _faster(name: str, slower: str, faster: str, bound: float | None = None) -> Target:
    return Target(name, (slower, faster), _times(slower, faster), bound)


# Peers do not look again at what they wrote: they are compared with builds that do not, either.
TARGETS = (
    _faster("N-Triples, not read back: faster than Morph-KGC", "morph-kgc", "nt-rml-unread", 25),
    _faster("N-Triples, read back: faster than Morph-KGC", "morph-kgc", "nt-rml"),
    _faster("N-Triples, not read back: faster than rdflib", "rdflib-nt", "nt-smaller-unread", 15),
    _faster("N-Triples, read back: faster than rdflib", "rdflib-nt", "nt-smaller"),
    Target(
        "N-Triples, not read back: time of parsing and writing the same bytes",
        ("nt-unread", "parse-write"),
        _times("nt-unread", "parse-write"),
        3,
        at_most=True,
    ),
    Target(
        "3 formats, 2 processes, not read back",
        ("three-2-unread",),
        _rate("three-2-unread"),
        450_000,
        unit="triples/s",
    ),
    Target(
        "3 formats, 2 processes, read back",
        ("three-2",),
        _rate("three-2"),
        175_000,
        unit="triples/s",
    ),
    _faster("3 formats: 2 processes faster than 1", "three", "three-2", 1.5),
    _faster("validation: faster than pySHACL, 1 process", "pyshacl", "validate", 25),
    _faster("validation: faster than pySHACL, 2 processes", "pyshacl", "validate-2", 25),
    Target(
        "questions-rdf --help",
        ("help",),
        lambda runs: runs["help"].seconds,
        0.25,
        at_most=True,
        unit="s",
    ),
)
