"""The charts of dashboards: which figures are drawn how. What draws them is called here only."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from questions_rdf.pages import charts
from questions_rdf.pages._environment import render
from questions_rdf.pages._rows import Places
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.reports.delais import STYLES
from questions_rdf.reports.etat import NOMS, Classe
from questions_rdf.resources.dashboard import Counted, Outcomes, Year

_WIDTH = 1000
_UNDATED = Bilingual("sans date", "undated")
_OUTCOMES = Bilingual(
    "Ce que sont devenues les questions écrites, par année de publication",
    "What became of the written questions, by year of publication",
)
_OUTCOMES_SAID = Bilingual(
    "Barres empilées : part de chaque issue dans les questions de l'année ; à droite, leur nombre. "
    "Les mêmes chiffres sont dans le tableau.",
    "Stacked bars: the share of each outcome among the questions of the year; at the right, how "
    "many there are. The table has the same figures.",
)
_MEDIANS = Bilingual(
    "Délai médian des réponses, par année de publication",
    "Median delay of the answers, by year of publication",
)
_MEDIANS_SAID = Bilingual(
    "Un point par année, en jours ; le tableau a les mêmes chiffres.",
    "A dot a year, in days; the table has the same figures.",
)
_MEDIAN = Bilingual("Délai médian des réponses", "Median delay of the answers")


def outcomes_by_year(years: Sequence[Year], language: Language) -> Markup | None:
    """What became of the questions of each year; none if there are no years to compare."""
    shown = [one for one in years if one.summary.outcomes.posees]
    if len(shown) < 2:  # noqa: PLR2004  (one bar compares nothing)
        return None
    series = [charts.Series(NOMS[one].in_language(language), STYLES[one]) for one in Classe]
    bars = [charts.Bar(_year(one, language), one.summary.outcomes) for one in shown]
    return charts.stacked_bars(
        _caption("issues", _OUTCOMES, _OUTCOMES_SAID, language), series, bars, language
    )


def medians_by_year(years: Sequence[Year], language: Language) -> Markup | None:
    """The median delay of each year; none if there are no years to compare."""
    shown = [one for one in years if one.summary.mediane is not None]
    if len(shown) < 2:  # noqa: PLR2004
        return None
    series = [charts.Series(_MEDIAN.in_language(language), "fill-accent")]
    bars = [charts.Bar(_year(one, language), [one.summary.mediane]) for one in shown]
    unit = Bilingual("jours", "days").in_language(language)
    caption = _caption("medianes", _MEDIANS, _MEDIANS_SAID, language)
    return charts.dots(caption, series, bars, language, unit=unit)


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


def _year(one: Year, language: Language) -> str:
    return str(one.annee) if one.annee else _UNDATED.in_language(language)


def country(
    things: Sequence[Counted],  # noqa: ARG001
    places: Places,  # noqa: ARG001
    as_of: date | None,  # noqa: ARG001
) -> Markup | None:
    """The map of départements by their questions, with its table; none until there is one."""
    return None
