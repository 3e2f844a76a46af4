"""The versions of a text before the current one."""

from questions_rdf.facts import VersionTexte
from questions_rdf.records import Texte


def earlier(prefix: str, versions: tuple[Texte, ...]) -> tuple[VersionTexte, ...]:
    """All versions but the last, oldest first, as ``{prefix}-1``, ``{prefix}-2`` and so on."""
    return tuple(
        VersionTexte(iri=f"{prefix}-{rank}", texte=version.texte, info_jo=version.info_jo)
        for rank, version in enumerate(versions[:-1], start=1)
    )
