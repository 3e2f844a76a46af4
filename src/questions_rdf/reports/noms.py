"""Names as people write them: without accents, in any order, in part, by label or identifier."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from questions_rdf.errors import UsageError
from questions_rdf.iris import slug
from questions_rdf.reports.annuaire import Organisme, Personne

_PARTICLES = frozenset(
    "m mr mme mlle monsieur madame depute deputee de du des d la le les l et".split()
)
_OF_MINISTRIES = frozenset(
    "ministere ministre ministres secretariat etat aupres charge chargee".split()
)
_PROVISIONAL = re.compile(r"acteur/nom/\d+-(?:(\d[0-9AB]\d?)-)?")
_LISTED = 12
_NEAR = 3


class Candidat(NamedTuple):
    """Somebody or something with a name; one name may be that of several IRIs."""

    nom: str
    precision: str
    iris: frozenset[str]
    words: frozenset[str]
    exact: frozenset[str]


def people(found: Iterable[Personne]) -> list[Candidat]:
    """The people whom a name may mean.

    A person whom pages know by name has an address for each legislature: those of one name and one
    département are one person, and those of a name that has one identifier are that person.
    """
    by_name: dict[str, list[Personne]] = defaultdict(list)
    for person in found:
        by_name[slug(person.nom)].append(person)
    return [one for name, several in sorted(by_name.items()) for one in _persons(name, several)]


def _persons(name: str, several: list[Personne]) -> list[Candidat]:
    identified = [person for person in several if person.identifiant]
    if len(identified) == 1:
        return [_person(name, several, identified[0].identifiant or "")]
    places: dict[str, list[Personne]] = defaultdict(list)
    for person in several:
        if not person.identifiant:
            place = _PROVISIONAL.search(person.iri)
            places[place[1] or "" if place else ""].append(person)
    apart = [_person(name, [person], person.identifiant or "") for person in identified]
    return apart + [_person(name, group, place) for place, group in sorted(places.items())]


def _person(name: str, several: list[Personne], said: str) -> Candidat:
    iris = frozenset(person.iri for person in several)
    ids = {person.identifiant for person in several} | {iri.rpartition("/")[2] for iri in iris}
    return Candidat(
        several[0].nom,
        said,
        iris,
        _words(name, _PARTICLES),
        frozenset(slug(one) for one in ids if one) | iris,
    )


def ministries(found: Iterable[Organisme]) -> list[Candidat]:
    """The ministries that a name may mean; of one name there is one for each Government."""
    by_name: dict[str, list[Organisme]] = defaultdict(list)
    for organisme in found:
        by_name[slug(organisme.libelle)].append(organisme)
    return [_ministry(several) for _, several in sorted(by_name.items())]


def _ministry(several: list[Organisme]) -> Candidat:
    iris = frozenset(one.iri for one in several)
    ids = sorted({one.identifiant for one in several if one.identifiant})
    ends = {iri.rpartition("/")[2] for iri in iris}
    labels = {slug(label) for one in several for label in (one.libelle, *one.libelles)}
    words = frozenset(word for label in labels for word in label.split("-"))
    return Candidat(
        several[0].libelle,
        ", ".join(ids),
        iris,
        words - _PARTICLES - _OF_MINISTRIES,
        frozenset(map(slug, {*ids, *ends})) | labels | iris,
    )


def the_one(name: str, candidates: list[Candidat], option: str) -> frozenset[str]:
    """The IRIs of the one that ``name`` means.

    Raises:
        UsageError: if there is none, or there are several, with those that it might be.
    """
    meant = slug(name)
    exact = [one for one in candidates if meant in one.exact or name in one.exact]
    found = exact or _by_words(name, candidates)
    if len(found) == 1:
        return found[0].iris
    if found:
        raise UsageError(f"{option} {name!r} may be {_listed(found)}")
    raise UsageError(f"{option} {name!r}: {hint(name, candidates)}")


def hint(name: str, candidates: list[Candidat]) -> str:
    """Those that were perhaps meant by a name that nobody has."""
    near = _near(name, candidates)
    return f"did you mean {_listed(near)}?" if near else "nobody of that name is in the data"


def identifier(name: str, candidates: list[Candidat]) -> frozenset[str] | None:
    """The IRIs of an identifier (``PA…``, ``PO…``), which needs no other sign."""
    meant = slug(name)
    return next((one.iris for one in candidates if meant in one.exact), None)


def _by_words(name: str, candidates: list[Candidat]) -> list[Candidat]:
    """Those that have all words; of these the one that has no others, if there is one."""
    wanted = _words(slug(name), _PARTICLES | _OF_MINISTRIES) or _words(slug(name), frozenset())
    if not wanted:
        return []
    whole = [one for one in candidates if wanted <= one.words]
    found = whole or [one for one in candidates if _begins(wanted, one.words)]
    same = [one for one in found if one.words == wanted]
    return same or found


def _begins(wanted: frozenset[str], words: frozenset[str]) -> bool:
    """Whether each word is the beginning of one of ``words``."""
    return all(any(word.startswith(begun) for word in words) for begun in wanted)


def _near(name: str, candidates: list[Candidat]) -> list[Candidat]:
    """Those whose words are like those that were written."""
    wanted = _words(slug(name), _PARTICLES | _OF_MINISTRIES)
    known = sorted({word for one in candidates for word in one.words})
    like: Callable[[str], set[str]] = lambda word: set(  # noqa: E731
        difflib.get_close_matches(word, known, n=_NEAR, cutoff=0.7)
    )
    alike = [like(word) for word in sorted(wanted)]
    hits = [(sum(bool(one.words & words) for words in alike), one) for one in candidates]
    best = max((count for count, _ in hits), default=0)
    return [one for count, one in hits if count == best][:_LISTED] if best else []


def _listed(candidates: list[Candidat]) -> str:
    shown = [f"{one.nom} ({one.precision})" if one.precision else one.nom for one in candidates]
    more = f" and {len(shown) - _LISTED} more" if len(shown) > _LISTED else ""
    return "; ".join(sorted(shown)[:_LISTED]) + more


def _words(name: str, without: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split("-")) - without - {""}
