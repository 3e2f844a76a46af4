"""The libraries of the extra ``serve``."""

from questions_rdf.extras import required


def needed() -> None:
    """Find out before the work whether they are there.

    Raises:
        UsageError: if one is not installed.
    """
    for name in ("granian", "starlette"):
        required(name, extra="serve", what="serve")
