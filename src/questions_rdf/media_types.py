"""What files are, by what their names end with: as web servers have to say it, and as data does.

A charset stands where the type alone leaves it open: for ``text/…``, which HTTP libraries take for
Latin-1 without one. RDF in other types, JSON and Atom are UTF-8 by definition, and have none.
"""

from pathlib import PurePath

from questions_rdf.compression import COMPRESSIONS
from questions_rdf.formats import FORMATS

UNKNOWN = "application/octet-stream"
MEDIA_TYPES: dict[str, str] = {
    **{form.extension.removeprefix("."): form.media_type for form in FORMATS.values()},
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "rq": "application/sparql-query",
    "atom": "application/atom+xml",
    "rdf": "application/rdf+xml",
    "xml": "application/xml",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "svg": "image/svg+xml",
    "png": "image/png",
    "wasm": "application/wasm",
    "parquet": "application/vnd.apache.parquet",
    "bin": UNKNOWN,
    **{one.suffix.removeprefix("."): one.media_type for one in COMPRESSIONS.values()},
}


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


CONTENT_TYPES = {ending: _with_charset(one) for ending, one in MEDIA_TYPES.items()}
"""The same as they stand in the header ``Content-Type``."""


def content_type(path: str) -> str:
    """What the header ``Content-Type`` says of a file."""
    return CONTENT_TYPES.get(PurePath(path).suffix.removeprefix("."), UNKNOWN)
