"""A store on disk: built once from files of data, opened again while they are the same.

The folder holds a mark, ``store.json``, and beside it a folder for the state of the data that it
was built from. That one is named by a digest of all that went into it, so that another state never
takes the place of one that is being read: it gets a folder of its own by a rename, and the former
is removed when nobody reads it any more.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec
import pyoxigraph as ox

from questions_rdf import locks
from questions_rdf.data_files import quads
from questions_rdf.errors import OutputError, UnreadableInputError, UsageError
from questions_rdf.query import DAMAGE, ONTOLOGY_GRAPH, ontology_files
from questions_rdf.store_contents import KEY_PATTERN, Contents, Seen, write_whole

MARK = "store.json"
_LOCK = ".lock"
_UNFINISHED = ".unfinished"
_UNFINISHED_MARK = f".{MARK}"
_LONGEST_REASON = 120
_WHILE = re.compile(r"(?<!IO error): While .*")
_KEY = re.compile(KEY_PATTERN)
_TRIPLES = "oxigraph"
# The bulk loader by itself takes a million at a time, and up to 2 GiB; a tenth is as quick.
_AT_ONCE = 100_000


Progress = Callable[[int], None]
"""Called with how many triples are in."""


class Talk(NamedTuple):
    """What is said of a build: sentences, and while it loads, how far it is."""

    tell: Callable[[str], None] = lambda _sentence: None
    loading: Callable[[], AbstractContextManager[Progress]] = lambda: nullcontext(lambda _: None)


_SILENT = Talk()


class _Mark(msgspec.Struct, frozen=True):
    """What tells a folder of ours."""

    store_of: str


_OURS = _Mark("questions-rdf")


class Kept(NamedTuple):
    """The store of one state of the data, which is not removed while somebody holds it."""

    key: str
    folder: Path

    def opened(self) -> ox.Store:
        """The store, for reading."""
        return ox.Store.read_only(str(self.folder / _TRIPLES))

    def held(self) -> BinaryIO | None:
        """A share in its lock, until it is closed; none if the store was removed."""
        return _hold(self.folder)


@contextmanager
def opened(folder: Path, files: Sequence[Path], talk: Talk = _SILENT) -> Iterator[ox.Store]:
    """The store in ``folder``, for reading; built first if it is not one of ``files`` as they are.

    Raises:
        UsageError: if ``folder`` is not a store of ours but holds something.
        UnreadableInputError: if a file cannot be read, or the store is damaged.
        OutputError: if the store cannot be written.
    """
    with kept(folder, files, talk) as one:
        yield one.opened()


@contextmanager
def kept(folder: Path, files: Sequence[Path], talk: Talk = _SILENT) -> Iterator[Kept]:
    """Which store in ``folder`` is the one of ``files``, held while the block lasts; see above.

    Raises:
        CannotGoOnError: as :func:`opened` does.
    """
    _refuse_foreign(folder)
    contents = Contents.of(files, _seen_in(folder))
    with _reading(folder, contents, talk), _damage_told(folder):
        yield Kept(contents.key, folder / contents.key)


def _refuse_foreign(folder: Path) -> None:
    """Leave what we did not make alone; a folder with nothing in it is free."""
    try:
        names = {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise UsageError(f"{folder} is not a folder; name another one with --store") from error
    except OSError as error:
        raise UnreadableInputError(f"{folder}: {error.strerror}") from error
    if names <= {_LOCK, _UNFINISHED_MARK}:
        return
    try:
        if msgspec.json.decode((folder / MARK).read_bytes(), type=_Mark) == _OURS:
            return
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        pass
    raise UsageError(
        f"{folder} is not empty and is no store of {_OURS.store_of}; "
        "name another folder with --store"
    )


@contextmanager
def _reading(folder: Path, contents: Contents, talk: Talk) -> Iterator[None]:
    """Keep the store of ``contents`` from being removed; build it if it is not there."""
    held = _hold(folder / contents.key)
    if held is None:
        with _building(folder, talk):
            held = _hold(folder / contents.key)  # another run may have built it meanwhile
            if held is None:
                _build(folder, contents, talk)
                held = _hold(folder / contents.key)
            _remove_former(folder, contents.key)
    else:
        _tidy(folder, contents)
    if held is None:
        raise OutputError(f"{folder} was removed by somebody else while it was built")
    with held:
        yield


def _hold(generation: Path) -> BinaryIO | None:
    """A share in the lock of a finished store; none if there is no such store."""
    lock = generation / _LOCK
    try:
        stream = lock.open("rb")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadableInputError(f"{lock}: {error.strerror}") from error
    locks.share(stream)
    if lock.exists():
        return stream
    stream.close()  # it was removed while we waited
    return None


@contextmanager
def _damage_told(folder: Path) -> Iterator[None]:
    """Say what to do about a store that cannot be read, on opening it or while it is asked."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        reason = _in_brief(error)
        if not reason.startswith(DAMAGE):
            raise
        if "Permission denied" in str(error):
            raise UnreadableInputError(f"the store {folder} may not be read: {reason}") from error
        raise UnreadableInputError(
            f"the store {folder} is damaged; delete it, and a query makes another ({reason})"
        ) from error


def _in_brief(error: Exception) -> str:
    """What RocksDB says, on one line and without what it was doing."""
    text = _WHILE.sub("", " ".join(str(error).split()))
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]}…"


# -- Building -------------------------------------------------------------------------------------


@contextmanager
def _building(folder: Path, talk: Talk) -> Iterator[None]:
    """The right to change the folder, for one run at a time."""
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("ab")
    with lock:
        locks.take(lock, lambda: talk.tell(f"Waiting for another run that builds {folder}."))
        _refuse_foreign(folder)
        with _writing(folder):
            write_whole(folder / MARK, folder / _UNFINISHED_MARK, _OURS)
        yield


def _build(folder: Path, contents: Contents, talk: Talk) -> None:
    """Write the store beside its place, which it takes when it is whole."""
    talk.tell(f"Building the store {folder}: {_why(folder, contents)}.")
    unfinished = folder / _UNFINISHED
    with _writing(folder):
        if unfinished.exists():  # the run that began it is dead, or it would have the lock
            shutil.rmtree(unfinished)
        unfinished.mkdir()
    try:
        with talk.loading() as progress:
            _fill(unfinished / _TRIPLES, contents, progress, folder)
        _refuse_changes(contents)  # only here: what fills the store is closed, and can be removed
        with _writing(folder):
            (unfinished / _LOCK).touch()
            contents.write(unfinished)
            unfinished.rename(folder / contents.key)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _why(folder: Path, contents: Contents) -> str:
    """What is the matter with the one that is there."""
    former = next(iter(_all_contents(folder)), None)
    if former is None:
        return "there is none yet"
    if former.pyoxigraph != contents.pyoxigraph:
        return f"pyoxigraph {former.pyoxigraph} wrote it, this is {contents.pyoxigraph}"
    if former.data != contents.data:
        return "the data is not the same any more"
    return "the ontology is not the same any more"


def _fill(path: Path, contents: Contents, progress: Progress, folder: Path) -> None:
    """All triples into a store of their own, tidied up for reading."""
    with _writing(folder):
        store = ox.Store(path)
    count = 0
    for graph, file in _sources(contents):
        stream = quads(file)
        while batch := list(islice(stream, _AT_ONCE)):
            with _writing(folder):
                store.bulk_extend(_moved(batch, graph) if graph else batch)
            count += len(batch)
            progress(count)
    with _writing(folder):
        store.optimize()  # queries that read much are then twice as quick
        store.flush()


def _refuse_changes(contents: Contents) -> None:
    for one in contents.files:
        if not one.is_so_still():
            raise UnreadableInputError(f"{one.path} was changed while it was read; try again")


def _sources(contents: Contents) -> Iterator[tuple[ox.NamedNode | None, Path]]:
    """The files, each with the graph that it goes to."""
    yield from ((None, Path(one.path)) for one in contents.files)
    yield from ((ONTOLOGY_GRAPH, path) for path in ontology_files())


def _moved(batch: list[ox.Quad], graph: ox.NamedNode) -> list[ox.Quad]:
    return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in batch]


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Say in one sentence that the store cannot be written."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or _in_brief(error)
        raise OutputError(
            f"cannot write the store {path}: {reason}; --store names another folder"
        ) from error


# -- Tidying up -----------------------------------------------------------------------------------


def _generations(folder: Path) -> list[Path]:
    """The folders of finished stores; one, unless somebody still reads a former one."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if _KEY.fullmatch(path.name))
    return []


def _all_contents(folder: Path) -> Iterator[Contents]:
    return filter(None, map(Contents.read, _generations(folder)))


def _seen_in(folder: Path) -> list[Seen]:
    return [one for contents in _all_contents(folder) for one in contents.files]


def _tidy(folder: Path, contents: Contents) -> None:
    """What a reader puts in order by the way, if it may and nobody builds."""
    noted = Contents.read(folder / contents.key) == contents
    if noted and not (folder / _UNFINISHED).exists() and len(_generations(folder)) == 1:
        return
    with suppress(OSError), (folder / _LOCK).open("ab") as lock:
        if locks.try_to_take(lock):
            shutil.rmtree(folder / _UNFINISHED, ignore_errors=True)
            contents.write(folder / contents.key)  # the files were touched, and are the same
            _remove_former(folder, contents.key)


def _remove_former(folder: Path, key: str) -> None:
    """The stores of former states, but for those that somebody reads."""
    for generation in _generations(folder):
        if generation.name != key:
            with suppress(OSError), (generation / _LOCK).open("rb") as lock:
                if locks.try_to_take(lock):
                    generation.rename(folder / _UNFINISHED)
                    shutil.rmtree(folder / _UNFINISHED, ignore_errors=True)
