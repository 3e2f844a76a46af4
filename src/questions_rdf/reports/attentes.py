"""How long questions have waited, as a section of a report: a table and a curve."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from questions_rdf import mots
from questions_rdf.problems import Bilingual
from questions_rdf.reports import survie
from questions_rdf.reports.etat import Etat
from questions_rdf.reports.report import Chart, Column, Kind, Section, Shape
from questions_rdf.reports.survie import Attente

_SHOWN_DAYS = (0, 15, 30, 61, 91, 122, 152, 183, 274, 365, 548, 730)
_MONTHS_A_YEAR = 12
_DAYS_A_MONTH = 30.4375
_MONTHS = {1: Bilingual("un mois", "one month"), 2: Bilingual("deux mois", "two months")}


def attente(etat: Etat, as_of: date) -> Attente | None:
    """How long a question waited; none where a day is missing that it takes to know."""
    if etat.publication is None or not etat.datee:
        return None
    ended = etat.reponse or etat.cloture or as_of
    return Attente((ended - etat.publication).days, etat.repondue)


def waiting(states: list[Etat], as_of: date) -> Section:
    """What share of the questions has no answer after so many days."""
    waits = [wait for wait in (attente(state, as_of) for state in states) if wait]
    curve = list(survie.steps(waits))
    longest = max((wait.jours for wait in waits), default=0)
    shown = [days for days in _SHOWN_DAYS if days <= longest]
    granted = _granted(states)
    rows = tuple(
        (days, sum(wait.jours >= days for wait in waits), survie.share_after(curve, days))
        for days in shown
    )
    return Section(
        title=Bilingual("L'attente, en jours", "Waiting, in days"),
        columns=(
            Column("jours", Bilingual("Jours", "Days"), Kind.INTEGER),
            Column("suivies", Bilingual("Questions suivies", "Questions followed"), Kind.INTEGER),
            Column(
                "sans_reponse", Bilingual("Encore sans réponse", "Still unanswered"), Kind.SHARE
            ),
        ),
        rows=rows,
        lead=_lead(granted),
        charts=(_curve(curve, waits, longest, granted),) if curve else (),
    )


def _granted(states: Iterable[Etat]) -> dict[int, int]:
    """How many questions were to be answered within so many months, by the rule of their day."""
    counts = Counter(
        (state.echeance.year - state.publication.year) * _MONTHS_A_YEAR
        + state.echeance.month
        - state.publication.month
        for state in states
        if state.publication and state.echeance
    )
    return dict(sorted(counts.items()))


def _months(count: int) -> Bilingual:
    return _MONTHS.get(count) or Bilingual(f"{count} mois", f"{count} months")


def _lead(granted: dict[int, int]) -> Bilingual:
    """What the curve is; and where not all questions had the same time, which had which."""
    fr = (
        "Part des questions encore sans réponse tant de jours après leur publication "
        "(Kaplan-Meier) ; une question close sans réponse n'est plus suivie."
    )
    en = (
        "Share of questions still without an answer so many days after publication "
        "(Kaplan-Meier); a question closed without an answer is followed no longer."
    )
    if len(granted) > 1:
        each = [(_months(months), mots.questions(count)) for months, count in granted.items()]
        fr += f" Délai : {', '.join(f'{time.fr} pour {said.fr}' for time, said in each)}."
        en += f" Time allowed: {', '.join(f'{time.en} for {said.en}' for time, said in each)}."
    return Bilingual(fr, en)


def _curve(
    curve: list[tuple[int, float]], waits: list[Attente], longest: int, granted: dict[int, int]
) -> Chart:
    middle = survie.median_of_all(waits)
    marks = [(float(round(months * _DAYS_A_MONTH)), _months(months)) for months in granted]
    if middle is not None:
        said = Bilingual(f"médiane : {middle} jours", f"median: {middle} days")
        marks.append((float(middle), said))
    return Chart(
        name="attente",
        shape=Shape.CURVE,
        title=Bilingual(
            "Part des questions encore sans réponse, selon l'attente",
            "Share of questions still without an answer, by waiting time",
        ),
        description=Bilingual(
            "Courbe qui descend à chaque réponse ; le tableau en donne les valeurs.",
            "A curve that falls with each answer; the table gives its values.",
        ),
        unit=Bilingual("jours depuis la publication", "days since publication"),
        points=(*((float(day), share) for day, share in curve), (float(longest), curve[-1][1])),
        marks=tuple(marks),
    )
