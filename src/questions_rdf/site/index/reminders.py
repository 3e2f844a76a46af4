"""The reminder list of the day of the data by ministry, as the report ``rappel`` has it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from questions_rdf.iris import page_question, slug
from questions_rdf.problems import Bilingual
from questions_rdf.reports import corpus
from questions_rdf.reports.rappel import NOBODY
from questions_rdf.reports.report import Row as Cells
from questions_rdf.resources.dashboard import Reminder, Row
from questions_rdf.site.index.figures import Figures

ROOT = "rappel"
_BY_MINISTRY = """
SELECT r.ministere, count(*), min(ligne.echeance), sum(ligne.hors_dates)
FROM rappel r JOIN ligne USING (rang) GROUP BY 1
"""


class Reminders:
    """Reads the reminder list of an index.

    Args:
        figures: the index.
    """

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._found = sorted(map(self._reminder, self._rows()), key=_by_name)

    def ministries(self) -> list[Reminder]:
        """The ministries with such questions, by name."""
        return [one for _, one in self._found]

    def questions(self, path: str) -> Iterator[Row]:
        """Those of a ministry, by number."""
        return self._figures.overdue(next(n for n, one in self._found if one.path == path))

    def cells(self) -> Iterator[Cells]:
        """The rows of the report, ministries of one name together as there."""
        for _, several in groupby(self._found, key=_name):
            numbers = [number for number, _ in several]
            for row in self._figures.overdue(*numbers):
                yield self._cells(row)

    def _rows(self) -> list[tuple[int, int, str, int]]:
        return self._figures.index.execute(_BY_MINISTRY).fetchall()

    def _reminder(self, row: tuple[int, int, str, int]) -> tuple[int, Reminder]:
        number, count, first, outside = row
        ministry = self._figures.names.numbered(number)
        if ministry is None:
            path = f"{ROOT}/sans-ministere"
        else:
            path = f"{ministry.path}/{ROOT}" if ministry.path else f"{ROOT}/{number}"
        government = self._figures.names.government(ministry.iri) if ministry else None
        since = date.fromisoformat(first)
        return number, Reminder(ministry, path, count, since, government, outside)

    def _cells(self, row: Row) -> Cells:
        names, uid = self._figures.names, row.uid or ""
        ministry = (
            Bilingual(row.ministere.name.fr, row.ministere.name.fr) if row.ministere else NOBODY
        )
        return (
            ministry,
            corpus.legislature(uid),
            corpus.numero(uid),
            row.publication,
            row.page,
            names.civil(row.auteur.iri) if row.auteur else None,
            row.rubrique.name.fr if row.rubrique else None,
            row.question.name.fr,
            row.echeance,
            row.depassement,
            page_question(corpus.legislature(uid), uid),
        )


def _name(found: tuple[int, Reminder]) -> tuple[str, str]:
    ministry = found[1].ministere
    name = ministry.name.fr if ministry else NOBODY.fr
    return slug(name), name


def _by_name(found: tuple[int, Reminder]) -> tuple[tuple[str, str], str]:
    return _name(found), found[1].path
