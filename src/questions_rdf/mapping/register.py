"""The people, organisations, places and concepts that the questions use, described once.

While questions are written, the register notes what they refer to; afterwards it gives each thing
as a resource, in the order of the IRIs, with what the reference data knows of it. What several
questions say of one thing is merged so that the order of the questions does not matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.mapping import organisations, parutions, personnes, tables
from questions_rdf.mapping.libelles import Labelled, Labels, labels_by
from questions_rdf.mapping.noted import Noted
from questions_rdf.mapping.organisations import Organisation
from questions_rdf.mapping.personnes import MandatDecrit, PersonneDecrite
from questions_rdf.records import Circonscription, Organisme, Personne
from questions_rdf.reference.departements import Departement, departements
from questions_rdf.reference.legislatures import legislature
from questions_rdf.reference.portefeuilles import portefeuilles
from questions_rdf.reference.regles import regles
from questions_rdf.rows import Resource, Table


class _Circonscription(NamedTuple):
    iri: str
    etiquette: str
    departement: str
    numero: int


class Register:
    """Unites what batches of questions refer to, and describes it at the end.

    Args:
        annuaire: the reference data; without it, things have only what the questions say of them.
        wikidata: the IRI of the item of Wikidata of an acteur (``PA…``).
    """

    def __init__(
        self, annuaire: Annuaire | None = None, wikidata: Mapping[str, str] | None = None
    ) -> None:
        self._annuaire = annuaire or Annuaire((), (), ())
        self._wikidata = wikidata or {}
        self._noted = Noted()

    def merge(self, noted: Noted) -> None:
        """Take in what one batch refers to; in which order does not matter."""
        self._noted.unite(noted)

    def groups(self) -> Iterator[tuple[str, list[Resource]]]:
        """What was noted, as titled groups of resources."""
        noted = self._noted
        mandats = list(self._described_mandats())
        organes = list(self._described_organes(mandats))
        places = noted.circonscriptions.union(
            m.circonscription for m in mandats if m.circonscription
        )
        yield "Députés", _sorted(tables.PERSONNE, self._described_personnes())
        yield "Mandats", _sorted(tables.MANDAT, mandats)
        yield "Organisations", _sorted(tables.ORGANISME, organes)
        yield (
            "Ministères connus par leur seul libellé",
            _sorted(tables.LIBELLE_MINISTERE, _by_label(noted.ministeres, iris.ministere)),
        )
        yield "Portefeuilles ministériels", _described_portefeuilles(organes)
        yield "Circonscriptions", _sorted(tables.CIRCONSCRIPTION, map(_circonscription, places))
        yield "Départements", _sorted(tables.DEPARTEMENT, self._described_departements(places))
        yield "Rubriques", _described_rubriques(noted.rubriques)
        yield (
            "Législatures",
            [Resource(tables.LEGISLATURE, legislature(n)) for n in sorted(noted.legislatures)],
        )
        yield "Journal officiel", _sorted(tables.PARUTION, parutions.described(noted.parutions))
        used = (regle for regle in regles() if regle.nom in noted.regles)
        yield "Règles de délai", _sorted(tables.REGLE, used)

    def _described_personnes(self) -> Iterator[PersonneDecrite]:
        """The authors, and those who hold a mandate that a question names."""
        mentioned: dict[str, set[Personne]] = defaultdict(set)
        for auteur in self._noted.auteurs:
            if iri := iris.acteur(auteur):
                mentioned[iri].add(auteur)
        for identifiant, _ in self._noted.mandats:
            if mandat := self._annuaire.mandats.get(identifiant):
                holder = Personne(mandat.legislature or 0, mandat.acteur)
                mentioned[iris.acteur_identifie(mandat.acteur)].add(holder)
        for iri, mentions in mentioned.items():
            yield personnes.personne(iri, mentions, self._annuaire, self._wikidata)

    def _described_mandats(self) -> Iterator[MandatDecrit]:
        stated: dict[str, set[str]] = defaultdict(set)
        for identifiant, auteur in self._noted.mandats:
            acteur = iris.acteur(auteur) if auteur else None
            stated[identifiant].update({acteur} if acteur else ())
        for identifiant, acteurs in stated.items():
            yield personnes.mandat(identifiant, acteurs, self._annuaire)

    def _described_organes(self, mandats: Iterable[MandatDecrit]) -> Iterator[Organisation]:
        """The groups and ministries, the assemblies of the mandates, and what these lead to."""
        noted = self._noted
        labels = labels_by(lambda organe: organe.identifiant, noted.groupes | noted.ministeres)
        used = {*labels, *(one for mandat in mandats for one in mandat.assemblee)}
        for one in organisations.with_governments_and_predecessors(used, self._annuaire):
            yield organisations.described(one, labels.get(one, Labels()), self._annuaire)
        for named in _by_label(noted.groupes, iris.groupe):
            yield organisations.described_by_label(named)

    def _described_departements(self, places: Iterable[Circonscription]) -> Iterator[Departement]:
        known = departements()
        used = self._noted.departements.union(place.departement for place in places)
        return (known[code] for code in used)


def _by_label(
    organismes: Iterable[Organisme], iri_of: Callable[[Organisme], str | None]
) -> Iterator[Labelled]:
    """The bodies without identifier, by the IRI that is made of their label."""
    unidentified = (organisme for organisme in organismes if not organisme.identifiant)
    for iri, labels in labels_by(iri_of, unidentified).items():
        yield labels.described(iri)


def _described_rubriques(labels: Iterable[str]) -> list[Resource]:
    """The rubriques with a capital, whether it is printed or not."""
    found: dict[str, Labels] = defaultdict(Labels)
    for label in labels:
        if iri := iris.rubrique(label):
            found[iri].full.add(label[:1].upper() + label[1:])
    concepts = _sorted(tables.RUBRIQUE, (known.described(iri) for iri, known in found.items()))
    return _scheme(iris.RUBRIQUES, "Rubriques", concepts)


def _circonscription(place: Circonscription) -> _Circonscription:
    ordinal = "1re" if place.numero == 1 else f"{place.numero}e"
    label = f"{departements()[place.departement].libelle} ({ordinal} circonscription)"
    return _Circonscription(iris.circonscription(place), label, place.departement, place.numero)


def _described_portefeuilles(organes: Iterable[Organisation]) -> list[Resource]:
    used = {name for organe in organes for name in organe.portefeuille}
    concepts = [Resource(tables.PORTEFEUILLE, portefeuilles()[name]) for name in sorted(used)]
    return _scheme(iris.PORTEFEUILLES, "Portefeuilles ministériels", concepts)


def _scheme(iri: str, label: str, concepts: list[Resource]) -> list[Resource]:
    """The scheme and its concepts; nothing where there are none."""
    return [Resource(tables.SCHEMA, Labelled(iri, label)), *concepts] if concepts else []


def _sorted(table: Table, things: Iterable[object]) -> list[Resource]:
    return sorted((Resource(table, thing) for thing in things), key=lambda one: one.iri)
