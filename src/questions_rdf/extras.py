"""Libraries that not everybody needs are extras: they are imported when they are wanted."""

import importlib
from types import ModuleType

from questions_rdf.errors import UsageError


def required(module: str, *, extra: str, what: str) -> ModuleType:
    """A module of the libraries of an extra, which ``what`` cannot do without.

    Raises:
        UsageError: if it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        hint = f"pip install 'questions-rdf[{extra}]'"
        raise UsageError(f"{what} needs a library that is not installed: {hint}") from error
