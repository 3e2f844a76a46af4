"""The libraries of the extra ``serve``."""

import importlib

from questions_rdf.errors import UsageError


def needed() -> None:
    """Find out before the work whether they are there.

    Raises:
        UsageError: if one is not installed.
    """
    try:
        for name in ("granian", "starlette"):
            importlib.import_module(name)
    except ImportError as error:
        hint = "pip install 'questions-rdf[serve]'"
        raise UsageError(f"serve needs libraries that are not installed: {hint}") from error
