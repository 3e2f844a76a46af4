"""The people, organisations, places and concepts that the questions use, described once.

While questions are written, the register notes what they refer to; afterwards it gives each thing
as a resource, in the order of the IRIs. What several questions say of one thing is merged so that
the order of the questions does not matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.facts import Faits
from questions_rdf.mapping import tables
from questions_rdf.records import Circonscription, InfoJO, Organisme, Personne, Source, TypeJO
from questions_rdf.reference.departements import Departement, departements
from questions_rdf.reference.legislatures import legislature
from questions_rdf.reference.regles import Regle
from questions_rdf.rows import Node, Table

_IriOf = Callable[[Organisme], str | None]

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_EDITIONS = {
    TypeJO.QUESTIONS: "édition Questions (Assemblée nationale)",
    TypeJO.DEBATS: "édition Débats parlementaires (Assemblée nationale)",
    TypeJO.LOIS_ET_DECRETS: "édition Lois et décrets",
}


class _Personne(NamedTuple):
    iri: str
    identifiant: str | None
    civilite: str | None
    nom: str | None
    prenom: str | None
    nom_de_famille: str | None


class _Mandat(NamedTuple):
    iri: str
    identifiant: str
    titulaire: str | None


class _Labelled(NamedTuple):
    iri: str
    libelle: str | None
    autre_libelle: tuple[str, ...] = ()
    identifiant: str | None = None


class _Circonscription(NamedTuple):
    iri: str
    etiquette: str
    departement: str
    numero: int


class _Parution(NamedTuple):
    iri: str
    titre: str
    date: date
    numero: int | None


class _Labels:
    """The full and the short labels that sources give one thing."""

    def __init__(self) -> None:
        self.full: set[str] = set()
        self.short: set[str] = set()
        self.identifiant: str | None = None

    def described(self, iri: str) -> _Labelled:
        """The first full label in code-point order is preferred, else the first short one."""
        preferred = min(self.full or self.short, default=None)
        others = tuple(sorted((self.full | self.short) - {preferred or ""}))
        return _Labelled(iri, preferred, others, self.identifiant)


class Register:
    """Notes what the questions refer to, and describes it at the end."""

    def __init__(self) -> None:
        self._personnes: dict[str, set[Personne]] = defaultdict(set)
        self._mandats: dict[str, _Mandat] = {}
        self._organismes: dict[str, _Labels] = defaultdict(_Labels)
        self._ministeres: dict[str, _Labels] = defaultdict(_Labels)
        self._rubriques: dict[str, _Labels] = defaultdict(_Labels)
        self._circonscriptions: set[Circonscription] = set()
        self._departements: set[str] = set()
        self._legislatures: set[int] = set()
        self._parutions: dict[str, set[InfoJO]] = defaultdict(set)
        self._regles: dict[str, Regle] = {}
        self._last_source: Source | None = None

    def note(self, faits: Faits) -> None:
        """Take in everything that a question refers to."""
        question = faits.question
        self._legislatures.add(question.legislature)
        self._note_author(faits)
        if question.rubrique and (iri := iris.rubrique(question.rubrique)):
            label = question.rubrique
            self._rubriques[iri].full.add(label[:1].upper() + label[1:])
        ministeres = [question.ministere_interroge, *(e.ministere for e in faits.evenement)]
        for ministere in ministeres:
            self._note_organisme(ministere, iris.ministere)
        for info_jo in _parutions(faits):
            if iri := iris.parution(info_jo):
                self._parutions[iri].add(
                    InfoJO(info_jo.type_jo, info_jo.date, None, info_jo.numero)
                )
        for regle in (faits.regle, *(e.regle for e in faits.evenement)):
            if regle:
                self._regles[regle.nom] = regle

    def source_if_new(self, source: Source) -> Node | None:
        """The document of a question as a resource, unless the question before had the same."""
        if source == self._last_source:
            return None
        self._last_source = source
        return tables.SOURCE.node(source)

    def nodes(self) -> Iterator[tuple[str, list[Node]]]:
        """What was noted, as titled groups of resources."""
        yield "Députés", _sorted(tables.PERSONNE.node(p) for p in self._described_personnes())
        yield "Mandats", _sorted(map(tables.MANDAT.node, self._mandats.values()))
        yield "Groupes et ministères", _sorted(_described(tables.ORGANISME, self._organismes))
        yield (
            "Ministères connus par leur seul libellé",
            _sorted(_described(tables.LIBELLE_MINISTERE, self._ministeres)),
        )
        yield "Circonscriptions", _sorted(map(_circonscription, self._circonscriptions))
        yield "Départements", _sorted(map(tables.DEPARTEMENT.node, self._used_departements()))
        yield "Rubriques", self._described_rubriques()
        yield (
            "Législatures",
            [tables.LEGISLATURE.node(legislature(n)) for n in sorted(self._legislatures)],
        )
        yield "Journal officiel", _sorted(self._described_parutions())
        yield "Règles de délai", _sorted(map(tables.REGLE.node, self._regles.values()))

    def _note_author(self, faits: Faits) -> None:
        question = faits.question
        acteur = iris.acteur(question.auteur) if question.auteur else None
        if question.auteur and acteur:
            self._personnes[acteur].add(question.auteur)
        if question.mandat:
            iri = iris.mandat(question.mandat)
            self._mandats[iri] = _Mandat(iri, question.mandat, acteur)
        self._note_organisme(question.groupe, iris.groupe)
        if question.circonscription:
            self._circonscriptions.add(question.circonscription)
            self._departements.add(question.circonscription.departement)
        if question.departement:
            self._departements.add(question.departement)

    def _note_organisme(self, organisme: Organisme | None, iri_of: _IriOf) -> None:
        iri = iri_of(organisme) if organisme else None
        if organisme is None or iri is None:
            return
        by_label_only = iri.startswith("ministere/")
        labels = (self._ministeres if by_label_only else self._organismes)[iri]
        labels.identifiant = organisme.identifiant
        if organisme.developpe:
            labels.full.add(organisme.developpe)
        if organisme.abrege:
            labels.short.add(organisme.abrege)

    def _described_personnes(self) -> Iterator[_Personne]:
        for iri, mentions in self._personnes.items():
            yield _Personne(
                iri,
                _first(person.identifiant for person in mentions),
                _first(person.civilite for person in mentions),
                _first(person.nom for person in mentions),
                _first(person.prenom for person in mentions),
                _first(person.nom_de_famille for person in mentions),
            )

    def _used_departements(self) -> Iterator[Departement]:
        known = departements()
        return (known[code] for code in self._departements)

    def _described_rubriques(self) -> list[Node]:
        concepts = _sorted(_described(tables.RUBRIQUE, self._rubriques))
        if not concepts:
            return []
        return [tables.SCHEMA_RUBRIQUES.node(_Labelled(iris.RUBRIQUES, "Rubriques")), *concepts]

    def _described_parutions(self) -> Iterator[Node]:
        for iri, mentions in self._parutions.items():
            one = next(iter(mentions))
            if one.type_jo is None or one.date is None:
                continue
            number = min((m.numero for m in mentions if m.numero), default=None)
            title = f"Journal officiel, {_EDITIONS[one.type_jo]}, {_long_date(one.date)}"
            yield tables.PARUTION.node(_Parution(iri, title, one.date, number))


def _parutions(faits: Faits) -> Iterator[InfoJO]:
    yield faits.question.info_jo
    for version in faits.version_anterieure:
        yield version.info_jo
    for reponse in faits.reponse:
        yield reponse.info_jo
        for version in reponse.version_anterieure:
            yield version.info_jo
    for evenement in faits.evenement:
        yield evenement.info_jo


def _circonscription(place: Circonscription) -> Node:
    ordinal = "1re" if place.numero == 1 else f"{place.numero}e"
    label = f"{departements()[place.departement].libelle} ({ordinal} circonscription)"
    described = _Circonscription(
        iris.circonscription(place), label, place.departement, place.numero
    )
    return tables.CIRCONSCRIPTION.node(described)


def _described(table: Table, labels: dict[str, _Labels]) -> Iterator[Node]:
    return (table.node(known.described(iri)) for iri, known in labels.items())


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: node.iri)


def _first(values: Iterable[str | None]) -> str | None:
    return min((value for value in values if value), default=None)


def _long_date(day: date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"
