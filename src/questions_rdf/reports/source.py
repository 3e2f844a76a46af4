"""Where the figures of a report come from: the build that is read."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from questions_rdf import query
from questions_rdf.data_files import digests
from questions_rdf.errors import UsageError
from questions_rdf.reports.report import Source


def source_of(data: Sequence[Path], files: Sequence[Path], as_of: date | None) -> Source:
    """The source that files of data are, as of the day that their builds state.

    Raises:
        UsageError: if no build states a day, and none is given.
    """
    folders = [path if path.is_dir() else path.parent for path in data]
    days = [day for folder in folders if (day := query.as_of(folder))]
    jour = max(days, default=as_of)
    if jour is None:
        raise UsageError(f"no build states the day of {data[0]}: name one with --as-of")
    stated = digests(files)
    together = hashlib.sha256("".join(stated).encode()).hexdigest()
    names = tuple(file.name for file in files)
    return Source(jour, stated[0] if len(stated) == 1 else together, names)
