"""What pages that a server gives load from it: style sheets, scripts, the editor YASGUI.

The files stand in ``files/``. ``style.css`` is the style that pages which stand alone carry inside.
"""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from questions_rdf.pages._environment import style_sheet

STYLE = "style.css"
_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


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


def asset(path: str) -> Asset | None:
    """The asset at ``path`` (``query/page.js``); none if there is none, whatever the path says."""
    return _assets().get(path)


def paths() -> list[str]:
    """Everything that there is."""
    return sorted(_assets())


def vendored() -> list[Vendored]:
    """The libraries of others, and what their files must be."""
    return [
        _vendored(folder) for folder in _folder().iterdir() if (folder / "VENDORED.toml").is_file()
    ]


@cache
def _assets() -> dict[str, Asset]:
    """All are read once: a path that comes in is only ever looked up."""
    found = {STYLE: _made(STYLE, style_sheet().encode())}
    for folder in _folder().iterdir():
        for file in folder.iterdir():
            if file.name.endswith(tuple(_MEDIA_TYPES)):
                path = f"{folder.name}/{file.name}"
                found[path] = _made(path, file.read_bytes())
    return found


def _made(path: str, content: bytes) -> Asset:
    suffix = path[path.rindex(".") :]
    return Asset(content, _MEDIA_TYPES[suffix], hashlib.sha256(content).hexdigest())


def _folder() -> Traversable:
    return files("questions_rdf.pages") / "files"


def _vendored(folder: Traversable) -> Vendored:
    stated = tomllib.loads((folder / "VENDORED.toml").read_text(encoding="utf-8"))
    return Vendored(folder.name, stated, stated.pop("sha256"))
