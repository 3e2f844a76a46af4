"""The texts of two sources: versions and answers."""

from collections.abc import Sequence
from datetime import date

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
    pairs = {
        next((i for i, known in enumerate(more) if same_words(one.texte, known.texte)), -1): one
        for one in fewer
    }
    if -1 in pairs or len(pairs) < len(fewer):
        found.append(Disagreement(name, trusted[-1].texte, other[-1].texte))
        return tuple(trusted)
    return tuple(
        _version(*((pairs[i], one) if fewer is trusted else (one, pairs[i])), name, found)
        if i in pairs
        else one
        for i, one in enumerate(more)
    )


def _version(trusted: Texte, other: Texte, name: str, found: list[Disagreement]) -> Texte:
    if not same_words(trusted.texte, other.texte):
        found.append(Disagreement(name, *_where_they_part(trusted.texte, other.texte)))
        return trusted
    parted: list[Disagreement] = []
    united = combined(trusted, other, name, parted)
    # Where it was printed is compared as that of the question, or of the answer.
    found += [one for one in parted if not one.field.startswith(f"{name}.info_jo")]
    return united


def _where_they_part(one: str, other: str) -> tuple[str, str]:
    """Both texts from the word before the first difference on, for a person to see it."""
    pairs = zip(one, other, strict=False)
    shared = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    start = one.rfind(" ", 0, max(shared - 1, 0)) + 1
    return f"…{one[start : start + 50]}", f"…{other[start : start + 50]}"


def reponses(
    trusted: Sequence[Reponse], other: Sequence[Reponse], found: list[Disagreement]
) -> tuple[Reponse, ...]:
    """The answers of both, by day: those of one day or of the same words are one, then by rank."""
    places = _pairs(trusted, other)
    result = list(trusted)
    for index, answer in enumerate(other):
        if index in places:
            result[places[index]] = _reponse(result[places[index]], answer, found)
        else:
            result.append(answer)
    return tuple(sorted(result, key=lambda one: one.info_jo.date or date.max))


def _pairs(trusted: Sequence[Reponse], other: Sequence[Reponse]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for same in (_same_day, _same_text, lambda _one, _other: True):
        for index, answer in enumerate(other):
            free = (i for i in range(len(trusted)) if i not in pairs.values())
            place = next((i for i in free if same(trusted[i], answer)), None)
            if index not in pairs and place is not None:
                pairs[index] = place
    return pairs


def _same_day(one: Reponse, other: Reponse) -> bool:
    return one.info_jo.date is not None and one.info_jo.date == other.info_jo.date


def _same_text(one: Reponse, other: Reponse) -> bool:
    if not one.versions or not other.versions:
        return False
    return same_words(one.versions[-1].texte, other.versions[-1].texte)


def _reponse(trusted: Reponse, other: Reponse, found: list[Disagreement]) -> Reponse:
    return Reponse(
        versions=versions(trusted.versions, other.versions, "texteReponse", found),
        info_jo=combined(trusted.info_jo, other.info_jo, "reponse", found),
    )
