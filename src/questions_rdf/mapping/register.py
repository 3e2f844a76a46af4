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
from questions_rdf.facts import Faits
from questions_rdf.mapping import organisations, parutions, personnes, tables
from questions_rdf.mapping.libelles import Labelled, Labels
from questions_rdf.mapping.organisations import Organisation
from questions_rdf.mapping.personnes import MandatDecrit, PersonneDecrite
from questions_rdf.records import Circonscription, InfoJO, Organisme, Personne
from questions_rdf.reference.departements import Departement, departements
from questions_rdf.reference.legislatures import legislature
from questions_rdf.reference.portefeuilles import portefeuilles
from questions_rdf.reference.regles import Regle
from questions_rdf.rows import Resource, Table

_IriOf = Callable[[Organisme], str | None]

_DIGEST_DIGITS = 16


class _Circonscription(NamedTuple):
    iri: str
    etiquette: str
    departement: str
    numero: int


class Register:
    """Notes what the questions refer to, and describes it at the end.

    Args:
        annuaire: the reference data; without it, things have only what the questions say of them.
        wikidata: the IRI of the item of Wikidata of an acteur (``PA…``).
    """

    def __init__(
        self, annuaire: Annuaire | None = None, wikidata: Mapping[str, str] | None = None
    ) -> None:
        self._annuaire = annuaire or Annuaire((), (), ())
        self._wikidata = wikidata or {}
        self._personnes: dict[str, set[Personne]] = defaultdict(set)
        self._mandats: dict[str, set[str]] = defaultdict(set)
        self._organes: dict[str, Labels] = defaultdict(Labels)
        self._groupes: dict[str, Labels] = defaultdict(Labels)
        self._ministeres: dict[str, Labels] = defaultdict(Labels)
        self._rubriques: dict[str, Labels] = defaultdict(Labels)
        self._circonscriptions: set[Circonscription] = set()
        self._departements: set[str] = set()
        self._legislatures: set[int] = set()
        self._parutions: dict[str, set[InfoJO]] = defaultdict(set)
        self._regles: dict[str, Regle] = {}
        self._sources: set[bytes] = set()

    def note(self, faits: Faits) -> None:
        """Take in everything that a question refers to."""
        question = faits.question
        self._legislatures.add(question.legislature)
        self._note_author(faits)
        if question.rubrique and (iri := iris.rubrique(question.rubrique)):
            label = question.rubrique
            self._rubriques[iri].full.add(label[:1].upper() + label[1:])
        for ministere in _ministeres(faits):
            self._note_organisme(ministere, iris.ministere, self._ministeres)
        for info_jo in parutions.named_in(faits):
            if iri := iris.parution(info_jo):
                self._parutions[iri].add(
                    InfoJO(info_jo.type_jo, info_jo.date, None, info_jo.numero)
                )
        for regle in (faits.regle, *(e.regle for e in faits.evenement)):
            if regle:
                self._regles[regle.nom] = regle

    def new_sources(self, faits: Faits) -> Iterator[Resource]:
        """The documents of a question as resources, each the first time that it is asked for.

        Of each only as many bytes are remembered as its IRI has: there may be a million.
        """
        for source in faits.sources:
            digest = bytes.fromhex(source.sha256[:_DIGEST_DIGITS])
            if digest not in self._sources:
                self._sources.add(digest)
                yield Resource(tables.SOURCE, source)

    def groups(self) -> Iterator[tuple[str, list[Resource]]]:
        """What was noted, as titled groups of resources."""
        mandats = [personnes.mandat(i, by, self._annuaire) for i, by in self._mandats.items()]
        organes = self._described_organes(mandats)
        places = self._circonscriptions.union(
            m.circonscription for m in mandats if m.circonscription
        )
        yield "Députés", _sorted(tables.PERSONNE, self._described_personnes())
        yield "Mandats", _sorted(tables.MANDAT, mandats)
        yield "Organisations", _sorted(tables.ORGANISME, organes)
        yield (
            "Ministères connus par leur seul libellé",
            _sorted(tables.LIBELLE_MINISTERE, _labelled(self._ministeres)),
        )
        yield "Portefeuilles ministériels", _described_portefeuilles(organes)
        yield "Circonscriptions", _sorted(tables.CIRCONSCRIPTION, map(_circonscription, places))
        yield "Départements", _sorted(tables.DEPARTEMENT, self._described_departements(places))
        yield "Rubriques", self._described_rubriques()
        yield (
            "Législatures",
            [Resource(tables.LEGISLATURE, legislature(n)) for n in sorted(self._legislatures)],
        )
        yield "Journal officiel", _sorted(tables.PARUTION, self._described_parutions())
        yield "Règles de délai", _sorted(tables.REGLE, self._regles.values())

    def _note_author(self, faits: Faits) -> None:
        question = faits.question
        acteur = iris.acteur(question.auteur) if question.auteur else None
        if question.auteur and acteur:
            self._personnes[acteur].add(question.auteur)
        if question.mandat:
            self._mandats[question.mandat].update({acteur} if acteur else ())
        for groupe in (question.groupe, faits.groupe_a_la_date):
            self._note_organisme(groupe, iris.groupe, self._groupes)
        if question.circonscription:
            self._circonscriptions.add(question.circonscription)
        if question.departement:
            self._departements.add(question.departement)

    def _note_organisme(
        self, organisme: Organisme | None, iri_of: _IriOf, by_label: dict[str, Labels]
    ) -> None:
        """Note a body by identifier, or else by its IRI in ``by_label``."""
        iri = iri_of(organisme) if organisme else None
        if organisme is None or iri is None:
            return
        known = organisme.identifiant
        labels = self._organes[known] if known else by_label[iri]
        if organisme.developpe:
            labels.full.add(organisme.developpe)
        if organisme.abrege:
            labels.short.add(organisme.abrege)

    def _described_personnes(self) -> Iterator[PersonneDecrite]:
        """The authors, and those who hold a mandate that a question names."""
        mentioned = {iri: set(mentions) for iri, mentions in self._personnes.items()}
        for mandat in map(self._annuaire.mandats.get, self._mandats):
            if mandat:
                holder = Personne(mandat.legislature or 0, mandat.acteur)
                mentioned.setdefault(iris.acteur_identifie(mandat.acteur), set()).add(holder)
        for iri, mentions in mentioned.items():
            yield personnes.personne(iri, mentions, self._annuaire, self._wikidata)

    def _described_organes(self, mandats: Iterable[MandatDecrit]) -> list[Organisation]:
        """The groups and ministries, the assemblies of the mandates, and what these lead to."""
        used = {*self._organes, *(one for mandat in mandats for one in mandat.assemblee)}
        wider = organisations.with_governments_and_predecessors(used, self._annuaire)
        return [
            *(
                organisations.described(one, self._organes.get(one, Labels()), self._annuaire)
                for one in wider
            ),
            *(
                organisations.described_by_label(iri, labels)
                for iri, labels in self._groupes.items()
            ),
        ]

    def _described_departements(self, places: Iterable[Circonscription]) -> Iterator[Departement]:
        known = departements()
        used = self._departements.union(place.departement for place in places)
        return (known[code] for code in used)

    def _described_rubriques(self) -> list[Resource]:
        concepts = _sorted(tables.RUBRIQUE, _labelled(self._rubriques))
        return _scheme(iris.RUBRIQUES, "Rubriques", concepts)

    def _described_parutions(self) -> Iterator[parutions.Parution]:
        for iri, mentions in self._parutions.items():
            yield from parutions.parution(iri, mentions)


def _ministeres(faits: Faits) -> Iterator[Organisme | None]:
    yield faits.question.ministere_interroge
    yield faits.ministere_attributaire
    for evenement in faits.evenement:
        yield evenement.ministere
    for reponse in faits.reponse:
        yield reponse.ministere


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


def _labelled(labels: dict[str, Labels]) -> Iterator[Labelled]:
    return (known.described(iri) for iri, known in labels.items())


def _sorted(table: Table, things: Iterable[object]) -> list[Resource]:
    return sorted((Resource(table, thing) for thing in things), key=lambda one: one.iri)
