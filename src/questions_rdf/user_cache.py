"""Where the user's cache is."""

from collections.abc import Mapping
from pathlib import Path


def default_folder(environment: Mapping[str, str]) -> Path:
    """``questions-rdf`` in the user's cache, as the XDG base directory specification has it.

    A relative ``XDG_CACHE_HOME`` is to be ignored, says the specification.
    """
    home = Path(environment.get("XDG_CACHE_HOME", ""))
    return (home if home.is_absolute() else Path.home() / ".cache") / "questions-rdf"
