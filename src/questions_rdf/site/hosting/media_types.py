"""What the files of a site are, by what their names end with."""

from questions_rdf.formats import FORMATS

UTF_8 = "; charset=utf-8"
MEDIA_TYPES: dict[str, str] = {
    **{
        form.extension.removeprefix("."): form.media_type
        + (UTF_8 if form.media_type.startswith("text/") else "")
        for form in FORMATS.values()
    },
    "html": f"text/html{UTF_8}",
    "css": f"text/css{UTF_8}",
    "js": f"text/javascript{UTF_8}",
    "txt": f"text/plain{UTF_8}",
    "csv": f"text/csv{UTF_8}",
    "rq": f"application/sparql-query{UTF_8}",
    "atom": "application/atom+xml",
    "rdf": "application/rdf+xml",
    "xml": "application/xml",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "wasm": "application/wasm",
    "gz": "application/gzip",
    "zst": "application/zstd",
    "parquet": "application/vnd.apache.parquet",
}
"""With their charset where the type alone does not say it."""
