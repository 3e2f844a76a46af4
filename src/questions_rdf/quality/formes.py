"""The forms of documents, told by the end of their name (``ontology/qualite.ttl``)."""

from functools import cache

from questions_rdf.prefixes import expanded
from questions_rdf.reference.vocabulaire import Terme, termes

_SCHEME = "qp:FormesDeDocument"
_OTHERS = "qp:FormeAutre"


@cache
def formes() -> tuple[Terme, ...]:
    """The forms of documents; the last one is that of all others."""
    listed = [one for one in termes().values() if expanded(_SCHEME) in one.schemes]
    return tuple(sorted(listed, key=lambda one: one.iri == expanded(_OTHERS)))


def forme_of(name: str) -> int:
    """The form of a document of that name, as a place in :func:`formes`."""
    lowered = name.lower()
    found = (
        rank
        for rank, forme in enumerate(formes())
        if any(lowered.endswith(end) for end in forme.notations)
    )
    return next(found, len(formes()) - 1)
