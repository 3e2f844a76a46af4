"""A name that nothing has is answered with the one that was perhaps meant."""

import difflib
from collections.abc import Callable, Iterable


def hint(
    name: str,
    known: Iterable[str],
    *,
    shown: Callable[[str], str] = str,
    otherwise: str | None = None,
) -> str:
    """The known name that is nearest, as a question; all of them, or ``otherwise``, if none is.

    ``shown`` says how a known name is written.
    """
    names = list(known)
    if near := difflib.get_close_matches(name, names, n=1):
        return f"did you mean {shown(near[0])}?"
    return otherwise or f"there are {', '.join(map(shown, names))}"
