"""What a dashboard shows, as plain data: counts, delays, the questions that wait longest."""

from datetime import date
from typing import NamedTuple

from questions_rdf.problems import Bilingual


class Named(NamedTuple):
    """A thing, what it is called, and where it stands on the site, if it has a page.

    ``is_french`` is true if the name is French whatever the language of the page.
    """

    iri: str
    name: Bilingual
    path: str | None = None
    anchor: str | None = None

    @property
    def is_french(self) -> bool:
        """Whether there is no other name in English."""
        return self.name.fr == self.name.en


FEW = 10
"""Of fewer than this no share is given in per cent, nothing is judged, and nothing is ranked."""


class Outcomes(NamedTuple):
    """The written questions asked, in the seven classes of the report on delays, by its names."""

    repondues_a_temps: int = 0
    repondues_en_retard: int = 0
    en_attente_dans_le_delai: int = 0
    en_attente_delai_depasse: int = 0
    closes_avant_l_echeance: int = 0
    closes_apres_l_echeance: int = 0
    sans_echeance: int = 0

    @property
    def posees(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def exigibles(self) -> int:
        """Those answered, and those that had no answer when their deadline was over.

        Not those that wait and are not yet due, nor those closed before they were: to them the
        Government was not late. The query ``dans-les-delais`` counts the same.
        """
        unanswered = self.en_attente_delai_depasse + self.closes_apres_l_echeance
        return self.repondues_a_temps + self.repondues_en_retard + unanswered

    @property
    def is_few(self) -> bool:
        """Whether these are too few for a share in per cent."""
        return self.exigibles < FEW

    @property
    def part_a_temps(self) -> float | None:
        """The share of these that was answered in time."""
        return self.repondues_a_temps / self.exigibles if self.exigibles else None


class Summary(NamedTuple):
    """The figures of a thing, or of one of its years.

    Args:
        total: all its questions.
        outcomes: what became of the written ones.
        mediane: the median delay of the answers to these, in days.
        natures: how many questions there are of each class, by IRI.
        reponses: how many answers the median is of.
    """

    total: int = 0
    outcomes: Outcomes = Outcomes()
    mediane: float | None = None
    natures: tuple[tuple[str | None, int], ...] = ()
    reponses: int = 0


class Existence(NamedTuple):
    """From when until when a ministry or a Government was, as far as the data says.

    ``hors`` is how many of its questions are of another time.
    """

    debut: date | None
    fin: date | None
    hors: int = 0


class Year(NamedTuple):
    """The questions published in a year; none if the day is not known."""

    annee: int | None
    summary: Summary


class Row(NamedTuple):
    """A question in a list.

    ``retard`` is by how many days its answer was late, ``depassement`` for how many days the
    deadline of one without an answer has been over.
    """

    question: Named
    uid: str | None = None
    nature: str | None = None
    numero: int | None = None
    auteur: Named | None = None
    groupe: Named | None = None
    ministere: Named | None = None
    rubrique: Named | None = None
    statut: str | None = None
    publication: date | None = None
    page: int | None = None
    echeance: date | None = None
    reponse: date | None = None
    retard: int | None = None
    depassement: int | None = None


class Place(NamedTuple):
    """A thing in an order: how many questions it has, what tells it from others of its name."""

    thing: Named
    nombre: int
    precision: Bilingual | None = None


class Ranked(NamedTuple):
    """Things by how many of the questions are theirs.

    Args:
        by: names the kind of thing.
        things: those that have most.
        nombre: how many of the questions have any.
        total: how many questions there are.
    """

    by: str
    things: tuple[Place, ...]
    nombre: int
    total: int


class Counted(NamedTuple):
    """A thing in a list of things, with its figures.

    ``of`` is the Government of a ministry, ``parts`` are the constituencies of a département,
    ``hors`` is how many of a ministry's questions are of a time when it was not, ``jours`` are the
    days of one whose name another one has too.
    """

    thing: Named
    summary: Summary
    of: Named | None = None
    parts: tuple[tuple[str, Named, int], ...] = ()
    hors: int = 0
    jours: Bilingual | None = None


class Section(NamedTuple):
    """Things that stand together in a list: of a Government, of a legislature.

    ``heading`` is what they have in common if that is no thing, ``note`` what is to be known of
    them; ``ranked`` is false of those of which there is too little to rank.
    """

    title: Named | None
    things: tuple[Counted, ...]
    heading: Bilingual | None = None
    note: Bilingual | None = None
    ranked: bool = True


class Dashboard(NamedTuple):
    """The figures of a thing, or of all data.

    Args:
        as_of: the day of the data.
        summary: of all its questions.
        years: the same by year of publication, the oldest first.
        oldest: those whose deadline has been over longest.
        newest: the last ones published.
        ranked: who asks, who is asked, about what.
        things: of a list of notions, what is in it, with figures.
        path: of the thing on the site; what belongs to it stands below.
        existence: of a ministry or a Government that has questions of another time.
    """

    as_of: date
    summary: Summary
    years: tuple[Year, ...] = ()
    oldest: tuple[Row, ...] = ()
    newest: tuple[Row, ...] = ()
    ranked: tuple[Ranked, ...] = ()
    things: tuple[Section, ...] = ()
    path: str | None = None
    existence: Existence | None = None


class Reminder(NamedTuple):
    """The questions of a ministry whose deadline is over: how many, since when.

    ``path`` is where they are listed, ``hors`` how many are of a time when the ministry was not.
    """

    ministere: Named | None
    path: str
    nombre: int
    echeance: date
    gouvernement: Named | None = None
    hors: int = 0
