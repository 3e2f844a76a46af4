"""The charts of dashboards: which figures are drawn how. What draws them is called here only."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from questions_rdf.pages import charts
from questions_rdf.pages._environment import render
from questions_rdf.pages._rows import Places
from questions_rdf.pages._year_bars import deadlines, year_bars
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.reports.etat import Classe
from questions_rdf.resources.dashboard import Counted, Outcomes, Summary, Year

_WIDTH = 1000
_OUTCOMES = Bilingual(
    "Ce que sont devenues les questions écrites, par année de publication",
    "What became of the written questions, by year of publication",
)
_OUTCOMES_SAID = Bilingual(
    "Une colonne par année\u00a0: le nombre de questions selon leur issue\u00a0; une année qui "
    "n'est pas finie est plus pâle. Le tableau a les mêmes chiffres.",
    "A column a year: how many questions by their outcome; a year that is not over is paler. The "
    "table has the same figures.",
)
_MEDIANS = Bilingual(
    "Délai médian des réponses, par année de publication",
    "Median delay of the answers, by year of publication",
)
_MEDIANS_SAID = Bilingual(
    "Un point par année, en jours, celui d'une année qui n'est pas finie est creux\u00a0; le "
    "tableau a les mêmes chiffres.",
    "A dot a year, in days, hollow for a year that is not over; the table has the same figures.",
)
_MAP = Bilingual("Questions par département", "Questions by département")
_MAP_SAID = Bilingual(
    "La teinte de chaque département dit combien de questions ses députés ont posées\u00a0; le "
    "tableau a les mêmes chiffres.",
    "The shade of each département tells how many questions its deputies asked; the table has the "
    "same figures.",
)
_NO_QUESTION = Bilingual("aucune question", "no question")
STYLES = dict(
    zip(
        Classe,
        (
            "fill-in-time", "fill-tardy", "fill-waiting", "fill-overdue", "fill-unanswered soft",
            "fill-unanswered", "fill-faint",
        ),
        strict=True,
    )
)  # fmt: skip
_MEDIAN = Bilingual("Délai médian des réponses", "Median delay of the answers")


def outcomes_by_year(years: Sequence[Year], as_of: date, language: Language) -> Markup | None:
    """What became of the questions of each year; none if there are no years to compare."""
    bars = year_bars(years, _drawn_outcomes, as_of, language)
    if sum(any(bar.values) for bar in bars) < 2:  # noqa: PLR2004  (one column compares nothing)
        return None
    caption = _caption("issues", _OUTCOMES, _OUTCOMES_SAID, language)
    return charts.columns(caption, charts.outcomes(language), bars, language)


def medians_by_year(years: Sequence[Year], as_of: date, language: Language) -> Markup | None:
    """The median delay of each year; none if there are no years to compare."""
    dated = [one for one in years if one.annee]
    bars = year_bars(dated, lambda summary: [summary.mediane], as_of, language)
    if sum(bar.values != [None] for bar in bars) < 2:  # noqa: PLR2004
        return None
    return charts.line(
        _caption("medianes", _MEDIANS, _MEDIANS_SAID, language),
        [charts.Series(_MEDIAN.in_language(language), "fill-accent")],
        bars,
        language,
        unit=Bilingual("jours", "days").in_language(language),
        references=deadlines(bars, language),
    )


def _drawn_outcomes(summary: Summary) -> list[float]:
    """The five that charts tell apart: both closures are one, those without a deadline none."""
    found = summary.outcomes
    closed = found.closes_avant_l_echeance + found.closes_apres_l_echeance
    return [*found[:4], closed]


def titles(language: Language) -> tuple[str, str]:
    """What the two are called."""
    return _OUTCOMES.in_language(language), _MEDIANS.in_language(language)


def shares(outcomes: Outcomes) -> Markup | None:
    """One bar of what became of the questions; whatever stands beside it says the same in words."""
    if not outcomes.posees:
        return None
    pieces, x = [], 0.0
    for classe, count in zip(Classe, outcomes, strict=True):
        width = _WIDTH * count / outcomes.posees
        if count:
            pieces.append((x, width, STYLES[classe]))
        x += width
    return _drawn(pieces, "whole")


def share(part: float | None, style: str = "fill-good") -> Markup | None:
    """A share (0 to 1) as a small bar beside the figure."""
    if part is None:
        return None
    return _drawn([(0.0, _WIDTH * part, style)], "gauge")


def _drawn(pieces: list[tuple[float, float, str]], name: str) -> Markup:
    svg = render("site/_share.svg", pieces=pieces, name=name, width=_WIDTH)
    return Markup(svg.strip())  # noqa: S704  (a template of ours)


def _caption(name: str, title: Bilingual, said: Bilingual, language: Language) -> charts.Caption:
    return charts.Caption(name, title.in_language(language), said.in_language(language))


def country(things: Sequence[Counted], places: Places, as_of: date | None) -> Markup | None:
    """The map of départements by their questions, with its table; none if there is no question."""
    language = places.language
    regions = {
        one.thing.iri.rpartition("/")[2]: charts.Region(
            one.summary.total or None, places.to(one.thing).href, one.thing.name.fr
        )
        for one in things
    }
    caption = _caption("carte", _MAP, _MAP_SAID, language)
    drawn = charts.france(caption, regions, language, absent=_NO_QUESTION)
    if not drawn:
        return None
    heading = Bilingual("Département", "Département").in_language(language)
    table = charts.regions_table(heading, "Questions", regions)
    return charts.figure(caption, drawn, table, language, as_of=as_of)
