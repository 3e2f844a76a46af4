"""Figures and lists of questions, looked up in an index that has been tallied."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from questions_rdf.resources.dashboard import (
    Dashboard,
    Existence,
    Named,
    Outcomes,
    Place,
    Ranked,
    Row,
    Summary,
    Year,
)
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.naming import Names

OLDEST, _NEWEST, _TOP = 10, 20, 10
_CLASSES = len(Outcomes._fields)
_EVERYTHING = 0
_OVERDUE = Outcomes._fields.index("en_attente_delai_depasse")
_COLUMNS = ", ".join(
    f"ligne.{name}"
    for name in (
        "iri uid nature numero titre statut publication page echeance reponse retard classe "
        "auteur groupe ministere rubrique"
    ).split()
)
# A question of these is answered: it is in no class of those that wait.
_ANSWERED_IN = """
SELECT q.iri, q.uid, q.nature, q.numero, q.titre, q.statut, q.publication, q.page, q.echeance,
  q.reponse, q.retard, NULL, a.n, g.n, m.n, r.n
FROM question q
LEFT JOIN sujet a ON a.iri = q.auteur
LEFT JOIN sujet g ON g.iri = q.groupe
LEFT JOIN sujet m ON m.iri = coalesce(q.ministere, q.ministere_interroge)
LEFT JOIN sujet r ON r.iri = q.rubrique
WHERE q.parution_reponse = ? ORDER BY q.page_reponse NULLS LAST, q.numero, q.iri
LIMIT ? OFFSET ?
"""
_RANKED: dict[Kind | None, tuple[str, ...]] = {
    None: ("rubrique", "ministere", "auteur"),
    Kind.MINISTERE: ("rubrique", "auteur", "groupe"),
    Kind.GOUVERNEMENT: ("ministere", "rubrique", "groupe"),
    Kind.PORTEFEUILLE: ("ministere", "rubrique", "groupe"),
    Kind.PERSONNE: ("rubrique", "ministere"),
    Kind.GROUPE: ("rubrique", "ministere", "auteur"),
    Kind.RUBRIQUE: ("ministere", "groupe", "auteur"),
    Kind.CIRCONSCRIPTION: ("auteur", "rubrique", "ministere"),
    Kind.DEPARTEMENT: ("auteur", "rubrique", "ministere"),
    Kind.LEGISLATURE: ("rubrique", "ministere", "groupe"),
    Kind.PARUTION: ("ministere", "rubrique", "groupe"),
}


class Figures:
    """Reads an index.

    Args:
        index: the index, after ``tallying.tally``.
        base: the data base.
        as_of: the day of the data.
        kinds: the kinds of things that have pages.
    """

    def __init__(
        self,
        index: sqlite3.Connection,
        base: str,
        as_of: date,
        kinds: Collection[Kind] = frozenset(Kind),
    ) -> None:
        self.index, self.base, self.as_of, self.kinds = index, base, as_of, kinds
        self.names = Names(index, base, kinds)

    def dashboard(self, iri: str | None = None, kind: Kind | None = None) -> Dashboard:
        """The dashboard of a thing; without an IRI, of everything."""
        number = self.names.number(iri) if iri else _EVERYTHING
        summary, years = self._figures(number)
        oldest = self.waiting(iri, OLDEST)
        return Dashboard(
            self.as_of,
            summary,
            years,
            tuple(oldest),
            tuple(self.questions(iri, _NEWEST)),
            tuple(self._ranked(number, summary.total, _RANKED.get(kind, ()))),
            path=self.names.of(iri).path if iri else None,
            existence=self.existence(iri) if iri else None,
        )

    def summary(self, iri: str) -> Summary:
        """The figures of a thing, of all years together."""
        return self._figures(self.names.number(iri))[0]

    def existence(self, iri: str) -> Existence | None:
        """When a ministry or a Government was, if it has questions of another time."""
        row = self.index.execute(
            """SELECT debut, fin, nombre FROM sujet JOIN hors_dates ON hors_dates.sujet = n
               JOIN existence USING (iri) WHERE iri = ?""",
            (iri,),
        ).fetchone()
        return Existence(_day(row[0]), _day(row[1]), row[2]) if row else None

    def existence_around(self, question: str) -> Existence | None:
        """When the ministry of a question was, if that was another time."""
        row = self.index.execute(
            "SELECT debut, fin FROM question_hors_dates WHERE iri = ?", (question,)
        ).fetchone()
        return Existence(_day(row[0]), _day(row[1]), 1) if row else None

    # ---- Counts

    def years(self) -> tuple[Year, ...]:
        """The figures of all questions, year by year."""
        return self._figures(_EVERYTHING)[1]

    def _figures(self, number: int) -> tuple[Summary, tuple[Year, ...]]:
        rows = self.index.execute(
            "SELECT annee, nature, classe, nombre FROM chiffre WHERE sujet = ? ORDER BY annee",
            (number,),
        ).fetchall()
        medians = {
            year: (days, answers)
            for year, days, answers in self.index.execute(
                "SELECT annee, jours, reponses FROM mediane WHERE sujet = ?", (number,)
            )
        }
        by_year: dict[int, list[tuple[str | None, int | None, int]]] = defaultdict(list)
        for year, *cells in rows:
            by_year[year].append((cells[0], cells[1], cells[2]))
        years = tuple(
            Year(year or None, _summary(found, medians.get(year)))
            for year, found in sorted(by_year.items(), key=lambda one: one[0] or 9999)
        )
        everything = [one for found in by_year.values() for one in found]
        return _summary(everything, medians.get(None)), years

    def _ranked(self, number: int, total: int, columns: Iterable[str]) -> Iterator[Ranked]:
        of = "ligne" if number == _EVERYTHING else "appartient JOIN ligne USING (rang)"
        here = "? = 0" if number == _EVERYTHING else "sujet = ?"
        for column in columns:
            rows = self.index.execute(
                f"SELECT {column}, count(*), sum(count(*)) OVER () FROM {of} "  # noqa: S608
                f"WHERE {here} AND {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
                (number, _TOP),
            ).fetchall()
            named = ((self.names.numbered(one), count) for one, count, _ in rows)
            things = tuple(self._place(one, count, column) for one, count in named if one)
            yield Ranked(column, things, rows[0][2] if rows else 0, total)

    def _place(self, thing: Named, count: int, column: str) -> Place:
        is_ministry = column == Kind.MINISTERE
        return Place(thing, count, self.names.precision(thing.iri) if is_ministry else None)

    # ---- Questions

    # Processes share long lists, so that rows begin after ``skip`` of them: what is left out is
    # counted among ranks alone, before a line is looked up.

    def questions(self, iri: str | None = None, limit: int = -1, skip: int = 0) -> Iterator[Row]:
        """The questions of a thing, or all, the newest first, as they are taken."""
        if iri is None:
            return self._ranks("SELECT rang FROM ligne", (), limit, skip)
        of = "SELECT rang FROM appartient WHERE sujet = ?"
        return self._ranks(of, (self.names.number(iri),), limit, skip)

    def waiting(self, iri: str | None, limit: int = -1, skip: int = 0) -> Iterator[Row]:
        """The questions of a thing, or all, whose deadline is over, the oldest first."""
        number = self.names.number(iri) if iri else _EVERYTHING
        of = "SELECT rang FROM depassee WHERE sujet = ?"
        return self._ranks(of, (number,), limit, skip, "DESC")

    def of_a_year(self, year: int | None, limit: int = -1, skip: int = 0) -> Iterator[Row]:
        """The questions published in a year, or on an unknown day."""
        return self._ranks("SELECT rang FROM ligne WHERE annee = ?", (year or 0,), limit, skip)

    def answered_in(self, issue: str, limit: int = -1, skip: int = 0) -> Iterator[Row]:
        """The questions whose first answer stands in an issue, as its pages follow each other."""
        return self._rows(_ANSWERED_IN, (issue, limit, skip))

    def number_answered_in(self, issue: str) -> int:
        """How many they are."""
        query = "SELECT count(*) FROM question WHERE parution_reponse = ?"
        found: int = self.index.execute(query, (issue,)).fetchone()[0]
        return found

    def overdue(self, *ministries: int) -> Iterator[Row]:
        """The reminder list of some ministries, by number of the question; nought is none."""
        marks = ", ".join("?" * len(ministries))
        return self._rows(
            f"SELECT {_COLUMNS} FROM rappel r JOIN ligne USING (rang) "  # noqa: S608
            f"WHERE r.ministere IN ({marks}) ORDER BY r.legislature, r.numero, r.uid",
            ministries,
        )

    def answered(self, since: date, limit: int) -> Iterator[Row]:
        """The last answers since a day."""
        return self._rows(
            f"SELECT {_COLUMNS} FROM ligne WHERE reponse > ? AND reponse <= ? "  # noqa: S608
            "ORDER BY reponse DESC, rang LIMIT ?",
            (since.isoformat(), self.as_of.isoformat(), limit),
        )

    def _ranks(
        self, of: str, given: tuple[Any, ...], limit: int, skip: int, order: str = "ASC"
    ) -> Iterator[Row]:
        """The lines of some ranks."""
        return self._rows(
            f"SELECT {_COLUMNS} FROM ({of} ORDER BY rang {order} LIMIT ? OFFSET ?) "  # noqa: S608
            f"JOIN ligne USING (rang) ORDER BY rang {order}",
            (*given, limit, skip),
        )

    def _rows(self, query: str, given: tuple[Any, ...]) -> Iterator[Row]:
        for row in self.index.execute(query, given):
            yield self.row(row)

    def row(self, cells: tuple[Any, ...]) -> Row:
        """A question from the columns of a line."""
        iri, uid, nature, numero, titre, statut, publie, page, echeance, reponse = cells[:10]
        retard, classe, auteur, groupe, ministere, rubrique = cells[10:]
        due = _day(echeance)
        overdue = (self.as_of - due).days if due and classe == _OVERDUE else None
        return Row(
            self.names.question(iri, titre),
            uid,
            nature,
            numero,
            self.names.numbered(auteur),
            self.names.numbered(groupe),
            self.names.numbered(ministere),
            self.names.numbered(rubrique),
            statut,
            _day(publie),
            page,
            due,
            _day(reponse),
            retard,
            overdue,
        )


def _summary(
    found: Iterable[tuple[str | None, int | None, int]], median: tuple[float, int] | None
) -> Summary:
    classes, natures = [0] * _CLASSES, defaultdict[str | None, int](int)
    for nature, classe, count in found:
        natures[nature] += count
        if classe is not None:
            classes[classe] += count
    ordered = sorted(natures.items(), key=lambda one: (-one[1], one[0] or ""))
    days, answers = median or (None, 0)
    return Summary(sum(natures.values()), Outcomes(*classes), days, tuple(ordered), answers)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
