"""What there is to know of a kind of store, as data: addresses, habits, limits."""

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

DEFAULT_GRAPH = "WHERE { ?s ?p ?o }"
MEGABYTE = 1024**2


class Authentication(StrEnum):
    """What a store asks for when it is protected, unless its answer says otherwise."""

    PASSWORD = "user and password"  # noqa: S105  (no password)
    TOKEN = "token"  # noqa: S105


class Move(StrEnum):
    """What the update is by which new data takes the place of the former."""

    AT_ONCE = "at once"
    """One transaction: it is done or it is not, and nobody sees a part."""
    IN_STEPS = "in steps"
    """Who asks meanwhile, or what comes after a crash, may see a part."""


class Bulk(NamedTuple):
    """What a bulk loader is told: the files, absolute, and the graph (none: the default graph)."""

    files: tuple[Path, ...]
    graph: str | None


def moved(source: str, target: str | None) -> str:
    """The update by which the graph ``source`` takes the place of another one."""
    return f"MOVE GRAPH <{source}> TO {in_update(target)}"


def in_update(graph: str | None) -> str:
    """What SPARQL Update calls a graph; none is the default graph."""
    return "DEFAULT" if graph is None else f"GRAPH <{graph}>"


class Probe(NamedTuple):
    """A question that only one kind of store answers so: where, and what stands in the answer."""

    path: str
    """Below the root, which is what comes before the data set in a path."""
    answer: re.Pattern[str]
    query: str = ""


class Profile(NamedTuple):
    """One kind of store."""

    name: str
    """What ``--store-type`` calls it."""
    title: str
    base: re.Pattern[str]
    """What the path of a data set looks like; a group ``root`` is what comes before it."""
    tails: tuple[str, ...]
    """What may follow it in an address that people copy."""
    write: str
    """Behind the base: where the Graph Store Protocol is spoken."""
    query: str
    update: str
    example: str
    """An address as it may be given."""
    bulk: Callable[[Bulk], tuple[str, ...]]
    """The commands of its bulk loader."""
    in_path: re.Pattern[str] | None = None
    """What in a path tells this kind from all others."""
    header: tuple[str, str] | None = None
    """A header that all its answers have, and what it begins with."""
    probe: Probe | None = None
    takes_gzip: bool = True
    default_graph: str | None = DEFAULT_GRAPH
    """How SPARQL counts in the default graph alone; none if the store has no such graph."""
    move: Move = Move.AT_ONCE
    """What that update is here."""
    replacing: Callable[[str, str | None], str] = moved
    """The update by which a graph takes the place of another one."""
    authentication: Authentication = Authentication.PASSWORD
    media_type: str = "application/n-triples"
    chunk: int = 8 * MEGABYTE
    """How much is sent at once, in bytes."""
    empty_write: bool = True
    """Whether it takes a write of nothing: asked before the first chunk, a refusal costs little."""


class Endpoints(NamedTuple):
    """Where a data set is written, asked and updated: paths on its server."""

    write: str
    query: str
    update: str


def endpoints(profile: Profile, path: str) -> Endpoints | None:
    """The endpoints of the data set that ``path`` means; none if it is not one of this kind."""
    for tail in sorted(profile.tails, key=len, reverse=True):
        base = path.removesuffix(tail)
        if base != path and profile.base.fullmatch(base):
            return _below(profile, base)
    return _below(profile, path) if profile.base.fullmatch(path) else None


def root(profile: Profile, path: str) -> str:
    """What comes before the data set in a path: where the server as a whole is asked."""
    found = profile.base.match(path)
    return found["root"] if found and "root" in profile.base.groupindex else path


def _below(profile: Profile, base: str) -> Endpoints:
    return Endpoints(base + profile.write, base + profile.query, base + profile.update)
