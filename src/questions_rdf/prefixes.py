"""The prefixes of the house: the ``@prefix`` lines of ``ontology/qp.ttl``, and nowhere else."""

import re
from functools import cache, lru_cache

from questions_rdf.files import data_folder

_LOCAL_NAME = re.compile(r"[\w-]+")
_PREFIX_LINE = re.compile(r"^@prefix\s+([\w-]*):\s+<([^>]+)>\s*\.", re.MULTILINE)


@cache
def house_prefixes() -> dict[str, str]:
    """Prefix → namespace, in the order of the file."""
    text = (data_folder("ontology") / "qp.ttl").read_text(encoding="utf-8")
    return dict(_PREFIX_LINE.findall(text))


@cache
def prefix_of_namespace() -> dict[str, str]:
    """The same the other way round; each namespace ends in ``#`` or ``/``."""
    return {namespace: prefix for prefix, namespace in house_prefixes().items()}


def parted(iri: str) -> tuple[str, str]:
    """The namespace of an IRI, up to its last ``#`` or ``/``, and its local name."""
    start = max(iri.rfind("#"), iri.rfind("/")) + 1
    return iri[:start], iri[start:]


@lru_cache(maxsize=4096)
def expanded(term: str) -> str:
    """The IRI of a prefixed name."""
    prefix, _, local = term.partition(":")
    return house_prefixes()[prefix] + local


def prefixed(iri: str) -> str:
    """The prefixed name of an IRI; the IRI itself if the house has no prefix for it."""
    for prefix, namespace in house_prefixes().items():
        if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
