"""What the processes say to each other: tasks and answers as frames, everything else as records."""

import struct
from typing import Literal

import msgspec

Form = Literal["json", "xml", "csv", "tsv", "ttl", "nt", "jsonld", "rdfxml", "html"]


class QueryTask(msgspec.Struct, frozen=True, tag="query"):
    """A query to run, and how its answer is to be written."""

    query: str
    form: str
    coding: str
    names_graphs: bool
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    max_result: int


class ResourceTask(msgspec.Struct, frozen=True, tag="resource"):
    """A resource to describe; without a form, only whether it is there."""

    iri: str
    form: str | None
    coding: str
    language: str
    root: str
    as_of: str | None
    max_result: int


class Placed(msgspec.Struct, frozen=True):
    """The page that holds a resource, as a path below the server's root, and the place on it."""

    path: str
    anchor: str | None


Task = QueryTask | ResourceTask


class Declined(msgspec.Struct, frozen=True):
    """A worker's word that there is no answer: the code of a refusal, and what there is to say."""

    code: str
    detail: str = ""


class Generation(msgspec.Struct, frozen=True, tag="generation"):
    """A state of the data with its store, and what can be said of it without asking."""

    key: str
    folder: str
    base: str
    as_of: str | None
    triples: int
    named: dict[str, int]
    classes: dict[str, int]


class Unchanged(msgspec.Struct, frozen=True, tag="unchanged"):
    """The store of the data is the one that is known."""


class BuildFailed(msgspec.Struct, frozen=True, tag="failed"):
    """Why there is no store of the data: the sentence, and what the command ends with."""

    sentence: str
    exit_code: int


Built = Generation | Unchanged | BuildFailed


class Fork(msgspec.Struct, frozen=True, tag="fork"):
    """Begin a worker for a generation."""

    key: str


class Build(msgspec.Struct, frozen=True, tag="build"):
    """Find or build the store of the data as it is now, and look it over unless it is known."""

    known: str


class Hold(msgspec.Struct, frozen=True, tag="hold"):
    """Keep the store of a generation from being removed; workers can be begun for it then."""

    generation: Generation


class Release(msgspec.Struct, frozen=True, tag="release"):
    """Begin no more workers for a generation; it goes with its last one."""

    key: str


Order = Fork | Build | Hold | Release


class Forked(msgspec.Struct, frozen=True, tag="forked"):
    """A process was begun; its socket and its descriptor come along."""

    pid: int


class Done(msgspec.Struct, frozen=True, tag="done"):
    """An order was carried out, or why not."""

    error: str = ""


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """A process ended: the signal that ended it, or 0."""

    pid: int
    signal: int


Notice = Forked | Done | Ended

READY = b"R"
DATA = b"D"
END = b"E"
DECLINED = b"N"
HEAD = struct.Struct(">cI")


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """One frame: its kind, its length, and what is in it."""
    return HEAD.pack(kind, len(payload)) + payload
