"""The texts of two sources: versions and answers."""

from collections.abc import Sequence

from questions_rdf.agreement import same_words
from questions_rdf.merging.fields import Disagreement, combined
from questions_rdf.records import Reponse, Texte


def versions(
    trusted: Sequence[Texte], other: Sequence[Texte], name: str, found: list[Disagreement]
) -> tuple[Texte, ...]:
    """The versions of a text: those of the source that has more, if it has the other's too."""
    if not trusted or not other:
        return tuple(trusted or other)
    if len(trusted) == len(other):
        return tuple(
            _version(mine, its, name, found) for mine, its in zip(trusted, other, strict=True)
        )
    fewer, more = sorted((trusted, other), key=len)
    if all(any(same_words(one.texte, known.texte) for known in more) for one in fewer):
        return tuple(more)
    found.append(Disagreement(name, trusted[-1].texte, other[-1].texte))
    return tuple(trusted)


def _version(trusted: Texte, other: Texte, name: str, found: list[Disagreement]) -> Texte:
    if not same_words(trusted.texte, other.texte):
        found.append(Disagreement(name, *_where_they_part(trusted.texte, other.texte)))
        return trusted
    return combined(trusted, other, name, found)


def _where_they_part(one: str, other: str) -> tuple[str, str]:
    """Both texts from the word before the first difference on, for a person to see it."""
    pairs = zip(one, other, strict=False)
    shared = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    start = one.rfind(" ", 0, max(shared - 1, 0)) + 1
    return f"…{one[start : start + 50]}", f"…{other[start : start + 50]}"


def reponses(
    trusted: Sequence[Reponse], other: Sequence[Reponse], found: list[Disagreement]
) -> tuple[Reponse, ...]:
    """The answers, rank by rank; a source that has more of them knows more."""
    both = [_reponse(mine, its, found) for mine, its in zip(trusted, other, strict=False)]
    longer = trusted if len(trusted) >= len(other) else other
    return (*both, *longer[len(both) :])


def _reponse(trusted: Reponse, other: Reponse, found: list[Disagreement]) -> Reponse:
    return Reponse(
        versions=versions(trusted.versions, other.versions, "texteReponse", found),
        info_jo=combined(trusted.info_jo, other.info_jo, "reponse", found),
    )
