"""How the Government answers: in time, late or not at all, and after how many days.

Every question asked is in one of seven classes, so that they sum to what was asked. Two medians
stand beside them: that of the answers, and that of all questions, in which those without an answer
count with the time for which they waited.
"""

from collections import defaultdict
from datetime import date

from questions_rdf import mots
from questions_rdf.iris import slug
from questions_rdf.problems import Bilingual
from questions_rdf.reports import survie
from questions_rdf.reports.attentes import attente, waiting
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.etat import NOMS, Classe, Etat, etats
from questions_rdf.reports.groupement import HEADINGS, WHICH, Choix, Par, is_chosen, key, names_of
from questions_rdf.reports.rappel import later_than_data
from questions_rdf.reports.report import (
    Chart,
    Column,
    Kind,
    Report,
    Row,
    Section,
    Series,
    Shape,
    Source,
)

_DRAWN = 25


STYLES = {
    Classe.A_TEMPS: "fill-good",
    Classe.EN_RETARD: "fill-late",
    Classe.EN_ATTENTE: "fill-open soft",
    Classe.DEPASSEE: "fill-open",
    Classe.CLOSE_AVANT: "fill-closed soft",
    Classe.CLOSE_APRES: "fill-closed",
    Classe.SANS_ECHEANCE: "fill-faint",
}
_FROM_THE_REFERENCE = {
    Par.PORTEFEUILLE: Bilingual(
        "Les portefeuilles viennent des données de référence, qui manquent ici : construisez avec "
        "--reference.",
        "Portfolios come from the reference data, which is missing here: build with --reference.",
    ),
    Par.GOUVERNEMENT: Bilingual(
        "Les Gouvernements viennent des données de référence, qui manquent ici : construisez avec "
        "--reference.",
        "Governments come from the reference data, which is missing here: build with --reference.",
    ),
}
_POSEES = Column("posees", Bilingual("Posées", "Asked"), Kind.INTEGER)
_OF_ANSWERS = Column(
    "mediane_reponses",
    Bilingual("Médiane des réponses (jours)", "Median of answers (days)"),
    Kind.DECIMAL,
    absent=Bilingual("–", "–"),
)
_OF_ALL = Column(
    "mediane_toutes",
    Bilingual("Médiane de toutes les questions (jours)", "Median of all questions (days)"),
    Kind.INTEGER,
    absent=Bilingual("non atteinte", "not reached"),
)
_FIGURES = (
    _POSEES,
    *(Column(classe.value, NOMS[classe], Kind.INTEGER) for classe in Classe),
    _OF_ANSWERS,
    _OF_ALL,
)


def delais(corpus: Corpus, as_of: date, source: Source, choix: Choix | None = None) -> Report:
    """Counts and delays as of a day, of the questions that are chosen."""
    choix = choix or Choix()
    chosen = {one: state for one, state in etats(corpus, as_of) if is_chosen(corpus, one, choix)}
    groups: dict[str | None, list[Etat]] = defaultdict(list)
    group_of = key(corpus, choix, as_of)
    for one, state in chosen.items():
        groups[group_of(one, state)].append(state)
    day, count = mots.le(as_of), mots.questions(len(chosen), "posée", "asked")
    return Report(
        name="delais",
        title=Bilingual(
            f"Délais de réponse aux questions écrites, au {day.fr}",
            f"How long answers to written questions take, as of {day.en}",
        ),
        lead=_lead(choix, count),
        as_of=as_of,
        source=source,
        sections=(
            _counts(corpus, choix, groups, as_of),
            waiting(list(chosen.values()), as_of),
        ),
        notes=(*later_than_data(corpus, as_of), *_notes(corpus, choix, groups, chosen)),
    )


def _counts(
    corpus: Corpus, choix: Choix, groups: dict[str | None, list[Etat]], as_of: date
) -> Section:
    """The table: a row for each ministry, or whatever questions are put together by."""
    heading = Column(
        choix.par.value, HEADINGS[choix.par], absent=Bilingual("(non indiqué)", "(not stated)")
    )
    identifier = Column("identifiant", Bilingual("Identifiant", "Identifier"))
    names = names_of(corpus, choix.par, groups)
    named = [(iri, names[iri], group) for iri, group in groups.items()]
    named.sort(key=lambda one: (-len(one[2]), slug(one[1] or ""), one[0] or ""))
    rows = tuple((name, _end(iri), *_figures(group, as_of)) for iri, name, group in named)
    everything = [state for group in groups.values() for state in group]
    return Section(
        title=Bilingual(f"Par {heading.title.fr.lower()}", f"By {heading.title.en.lower()}"),
        columns=(heading, identifier, *_FIGURES),
        rows=rows,
        total=("Total", None, *_figures(everything, as_of)),
        lead=_drawn(len(rows)),
        charts=(_shares(heading), _medians(heading)) if rows else (),
    )


def _end(iri: str | None) -> str | None:
    return iri.rpartition("/")[2] if iri else None


def _figures(states: list[Etat], as_of: date) -> Row:
    """What was asked, the seven classes, the two medians."""
    counts = dict.fromkeys(Classe, 0)
    for state in states:
        counts[state.classe] += 1
    waits = [wait for wait in (attente(state, as_of) for state in states) if wait]
    medians = (survie.median_of_answers(waits), survie.median_of_all(waits))
    return (len(states), *counts.values(), *medians)


def _shares(heading: Column) -> Chart:
    by = heading.title
    return Chart(
        name="parts",
        shape=Shape.STACKED,
        title=Bilingual(
            f"Ce que sont devenues les questions, par {by.fr.lower()}",
            f"What became of the questions, by {by.en.lower()}",
        ),
        description=Bilingual(
            "Barres empilées : part de chaque issue dans les questions posées ; à droite, leur "
            "nombre. Les mêmes chiffres sont dans le tableau.",
            "Stacked bars: the share of each outcome among the questions asked; at the right, how "
            "many there are. The table has the same figures.",
        ),
        series=tuple(Series(classe.value, STYLES[classe]) for classe in Classe),
        rows=_DRAWN,
    )


def _medians(heading: Column) -> Chart:
    by = heading.title
    return Chart(
        name="medianes",
        shape=Shape.DOTS,
        title=Bilingual(
            f"Délais médians, par {by.fr.lower()}", f"Median delays, by {by.en.lower()}"
        ),
        description=Bilingual(
            "Deux points par ligne : délai médian des réponses données, et de toutes les "
            "questions, celles sans réponse comprises ; pas de point là où la médiane n'est pas "
            "atteinte.",
            "Two dots a line: the median delay of the answers given, and of all questions, those "
            "without an answer included; no dot where the median is not reached.",
        ),
        series=(Series(_OF_ANSWERS.key, "fill-accent"), Series(_OF_ALL.key, "fill-late")),
        unit=Bilingual("jours", "days"),
        rows=_DRAWN,
    )


_AS_IDENTIFIED = Bilingual(
    "Le gouvernement est celui du ministère que la source identifie ; quelques-uns de ses "
    "identifiants sont ceux d'un gouvernement antérieur à la question.",
    "The Government is that of the ministry which the source identifies; some of its identifiers "
    "are those of a Government earlier than the question.",
)


def _lead(choix: Choix, count: Bilingual) -> Bilingual:
    fr, en = [count.fr], [count.en]
    if choix.par.of_a_ministry:
        which = WHICH[choix.ministere]
        fr.append(f"ministère {which.fr}")
        en.append(f"the ministry {which.en}")
    if choix.legislature is not None:
        fr.append(f"{choix.legislature}e législature")
        en.append(f"legislature {choix.legislature}")
    for day, french, english in (
        (choix.depuis, "publiées depuis le", "published from"),
        (choix.jusque, "publiées jusqu'au", "published until"),
    ):
        if day:
            fr.append(f"{french} {mots.le(day).fr}")
            en.append(f"{english} {mots.le(day).en}")
    return Bilingual(" ; ".join(fr) + ".", "; ".join(en) + ".")


def _drawn(count: int) -> Bilingual | None:
    if count <= _DRAWN:
        return None
    return Bilingual(
        f"Les graphiques montrent les {_DRAWN} premières lignes sur {count}.",
        f"The charts show the first {_DRAWN} of {count} rows.",
    )


def _notes(
    corpus: Corpus,
    choix: Choix,
    groups: dict[str | None, list[Etat]],
    chosen: dict[str, Etat],
) -> list[Bilingual]:
    """What the figures leave open."""
    notes = []
    if undated := sum(not state.datee for state in chosen.values()):
        said = mots.questions(undated)
        notes.append(
            Bilingual(
                f"{said.fr} avec une réponse ou une clôture sans date : comptées sans échéance.",
                f"{said.en} with an answer or a closure without a day: counted as no deadline "
                "stated.",
            )
        )
    if (choix.depuis or choix.jusque) and (
        unknown := sum(day is None for day, _ in corpus.questions.values())
    ):
        said = mots.questions(unknown)
        notes.append(
            Bilingual(
                f"Sans date de publication, non comptées : {said.fr}.",
                f"Left out, no day of publication: {said.en}.",
            )
        )
    if choix.par in _FROM_THE_REFERENCE and set(groups) <= {None}:
        notes.append(_FROM_THE_REFERENCE[choix.par])
    elif choix.par is Par.GOUVERNEMENT:
        notes.append(_AS_IDENTIFIED)
    return notes
