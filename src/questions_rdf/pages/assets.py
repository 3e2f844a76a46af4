"""What pages that a server gives load from it: style sheets, scripts, the editor YASGUI.

The files stand in ``files/``. ``style.css`` is the style that pages which stand alone carry inside.
"""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from questions_rdf.media_types import content_type
from questions_rdf.pages._environment import style_sheet

STYLE = "style.css"
_STATED = "VENDORED.toml"
_ENDINGS = (".css", ".js", ".svg")


class Asset(NamedTuple):
    """A file that a page loads."""

    content: bytes
    media_type: str
    sha256: str


class Vendored(NamedTuple):
    """A library in its folder, as published by others."""

    folder: str
    facts: dict[str, str]
    sha256: dict[str, str]
    """File → what it must be."""
    found: dict[str, str]
    """File → what it is; all that stands there."""


def asset(path: str) -> Asset | None:
    """The asset at ``path`` (``query/page.js``); none if there is none, whatever the path says."""
    return _assets().get(path)


def paths() -> list[str]:
    """Everything that there is."""
    return sorted(_assets())


def vendored() -> list[Vendored]:
    """What others made, and what its files must be: a library that pages load, a map."""
    folders = [*_folder().iterdir(), *(files("questions_rdf.pages") / "geometry").iterdir()]
    return sorted(_vendored(folder) for folder in folders if (folder / _STATED).is_file())


@cache
def _assets() -> dict[str, Asset]:
    """All are read once: a path that comes in is only ever looked up."""
    found = {STYLE: _made(STYLE, style_sheet().encode())}
    for folder in _folder().iterdir():
        for file in folder.iterdir():
            if file.name.endswith(_ENDINGS):
                path = f"{folder.name}/{file.name}"
                found[path] = _made(path, file.read_bytes())
    return found


def _made(path: str, content: bytes) -> Asset:
    return Asset(content, content_type(path), hashlib.sha256(content).hexdigest())


def _folder() -> Traversable:
    return files("questions_rdf.pages") / "files"


def _vendored(folder: Traversable) -> Vendored:
    stated = tomllib.loads((folder / _STATED).read_text(encoding="utf-8"))
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.name != _STATED
    }
    return Vendored(folder.name, stated, stated.pop("sha256"), found)
