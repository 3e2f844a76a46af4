"""Names of files and members: legible ones, and those that only systems and tools leave."""

import unicodedata
from functools import lru_cache

_LEFTOVERS = ("__MACOSX/",)
_LEFTOVER_NAMES = frozenset(("Thumbs.db", "desktop.ini"))


def legible(name: str) -> str:
    """A name as a text may hold it: bytes that are no UTF-8 and control signs become U+FFFD.

    Both stand in the names of real files, and neither in JSON or RDF.
    """
    if name.isascii() and name.isprintable():
        return name
    return "".join(
        "\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff" else sign
        for sign in name
    )


def is_leftover(name: str) -> bool:
    """What systems and tools leave in folders and archives: hidden files and folders, mostly."""
    folder, _, last = name.rpartition("/")
    hidden = last.startswith(".") and last not in {".", ".."}
    return hidden or last in _LEFTOVER_NAMES or _is_leftover_folder(folder)


@lru_cache(maxsize=1024)
def _is_leftover_folder(folder: str) -> bool:
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in folder.split("/"))
    return hidden or f"{folder}/".startswith(_LEFTOVERS)
