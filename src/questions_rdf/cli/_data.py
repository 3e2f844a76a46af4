"""The options and arguments that say which data is meant, and the data loaded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    import pyoxigraph as ox

_Command = TypeVar("_Command", bound=Callable[..., object])

data_argument = click.argument(
    "data", type=click.Path(path_type=Path), default=Path("out"), metavar="[DATA]"
)


def data_options(command: _Command) -> _Command:
    """``command`` with ``--data`` and ``--store``, which it takes as ``data`` and ``folder``."""
    command = click.option(
        "--store",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="Keep the data loaded in this folder: built once, and anew when the data has changed.",
    )(command)
    return click.option(
        "--data",
        "data",
        multiple=True,
        type=click.Path(path_type=Path),
        default=["out"],
        show_default=True,
        help="Folder or file of data; may be repeated.",
    )(command)


@contextmanager
def loaded(files: list[Path], folder: Path | None) -> "Iterator[ox.Store]":
    """The data in memory, or in the store on disk that ``folder`` is."""
    from questions_rdf import query as engine
    from questions_rdf import store
    from questions_rdf.cli import _talk

    _talk.changed(files)
    if folder is None:
        yield engine.loaded(files)
        return
    with store.opened(folder, files, store.Talk(_talk.tell, _talk.loading)) as kept:
        yield kept
