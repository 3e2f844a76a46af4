"""The libraries behind ``--similar`` are an extra: whether they are there."""

import importlib

from questions_rdf.errors import UsageError

_LIBRARY = "datasketch"


def ready() -> None:
    """Find out before the work whether similar questions can be looked for.

    They are loaded on this occasion, before there are other processes: these share them.

    Raises:
        UsageError: if a library is not installed.
    """
    try:
        importlib.import_module(_LIBRARY)
    except ImportError as error:
        hint = "pip install 'questions-rdf[similar]'"
        raise UsageError(
            f"--similar needs a library that is not installed ({_LIBRARY}): {hint}"
        ) from error
