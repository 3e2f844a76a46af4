"""Things with their figures, as the pages that list them show them: sorted, and put together."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from questions_rdf.iris import slug
from questions_rdf.resources.dashboard import Counted, Named, Section
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.figures import Figures

_OTHERS = "autres"


class Groups:
    """Reads the things of an index.

    Args:
        figures: the index.
    """

    def __init__(self, figures: Figures) -> None:
        self._figures, self._index = figures, figures.index

    def all(self, kind: Kind) -> list[Counted]:
        """The things of a kind, by name."""
        found = [self._counted(iri) for iri in self._iris(kind)]
        return sorted(found, key=_by_name)

    def ministries(self) -> list[Section]:
        """The ministries by Government, the last one first; those of none at the end."""
        return self._sections(Kind.MINISTERE, self._above(Kind.GOUVERNEMENT), self._begin)

    def groups(self) -> list[Section]:
        """The groups by legislature, the last one first: that of their last question."""
        rows = self._index.execute(
            """SELECT s.iri, l.iri FROM sujet s
               JOIN ligne ON ligne.rang = (SELECT min(rang) FROM appartient WHERE sujet = s.n)
               JOIN sujet l ON l.n = ligne.legislature WHERE s.kind = ?""",
            (Kind.GROUPE,),
        )
        return self._sections(Kind.GROUPE, dict(rows.fetchall()), self._begin)

    def departements(self) -> list[Counted]:
        """The départements by code, each with its constituencies."""
        within = defaultdict[str, list[str]](list)
        for one, above in self._above(Kind.DEPARTEMENT).items():
            within[above].append(one)
        return [
            self._departement(iri, within[iri])
            for iri in sorted(self._iris(Kind.DEPARTEMENT), key=_code)
        ]

    def by_letter(self, kind: Kind) -> dict[str, list[Counted]]:
        """The people by the first letter of their family names."""
        families = dict(self._index.execute("SELECT iri, famille FROM trait"))
        found = defaultdict[str, list[tuple[str, Counted]]](list)
        for one in self.all(kind):
            name = one.thing.name.fr
            key = slug(families.get(one.thing.iri) or name.partition(" ")[2] or name)
            found[key[0] if key[:1].isalpha() else _OTHERS].append((key, one))
        return {
            letter: [one for _, one in sorted(several, key=lambda pair: (pair[0], pair[1].thing))]
            for letter, several in sorted(found.items(), key=lambda one: (one[0] == _OTHERS, one))
        }

    def issues(self) -> dict[str, list[Counted]]:
        """The issues of the Journal officiel by year, the newest first."""
        found = defaultdict[str, list[Counted]](list)
        for iri in sorted(self._iris(Kind.PARUTION), key=_day, reverse=True):
            found[_day(iri)[0][:4]].append(self._counted(iri))
        return dict(found)

    def _departement(self, iri: str, within: list[str]) -> Counted:
        figures = self._figures
        parts = tuple(
            (_rank(one), figures.names.of(one), figures.summary(one).total)
            for one in sorted(within)
        )
        return self._counted(iri)._replace(parts=parts)

    def _sections(
        self, kind: Kind, above: dict[str, str], rank: Callable[[str], str]
    ) -> list[Section]:
        sections = defaultdict[str | None, list[Counted]](list)
        for one in self.all(kind):
            sections[above.get(one.thing.iri)].append(one)
        titles = sorted((one for one in sections if one), key=lambda one: (rank(one), one))
        return [
            Section(self._figures.names.of(one) if one else None, _most_first(sections[one]))
            for one in (*reversed(titles), *([None] if None in sections else []))
        ]

    def _above(self, kind: Kind) -> dict[str, str]:
        rows = self._index.execute(
            """SELECT d.iri, min(d.dans) FROM dessus d JOIN sujet s ON s.iri = d.dans
               WHERE s.kind = ? GROUP BY d.iri""",
            (kind,),
        )
        return dict(rows.fetchall())

    def _begin(self, iri: str) -> str:
        row = self._index.execute("SELECT debut FROM trait WHERE iri = ?", (iri,)).fetchone()
        return (row[0] if row else None) or ""

    def _iris(self, kind: Kind) -> list[str]:
        return [
            row[0] for row in self._index.execute("SELECT iri FROM sujet WHERE kind = ?", (kind,))
        ]

    def _counted(self, iri: str) -> Counted:
        names, existence = self._figures.names, self._figures.existence(iri)
        hors = existence.hors if existence else 0
        above, days = names.government(iri), names.days(iri)
        return Counted(names.of(iri), self._figures.summary(iri), above, hors=hors, jours=days)


def most_active(found: Iterator[Counted] | list[Counted], limit: int) -> tuple[Counted, ...]:
    """Those with the most questions."""
    return _most_first(list(found))[:limit]


def _most_first(found: list[Counted]) -> tuple[Counted, ...]:
    return tuple(sorted(found, key=lambda one: (-one.summary.total, _by_name(one))))


def _by_name(one: Counted) -> tuple[str, Named]:
    return slug(one.thing.name.fr), one.thing


def _day(iri: str) -> tuple[str, str]:
    """The day that ends the IRI of an issue."""
    return iri.rpartition("/")[2], iri


def _code(iri: str) -> tuple[int, str]:
    """The code of a département: those of three signs, overseas and abroad, come last."""
    code = iri.rpartition("/")[2]
    return len(code), code


def _rank(iri: str) -> str:
    """The number of a constituency: what its IRI ends with."""
    return iri.rpartition("-")[2].lstrip("0") or iri.rpartition("/")[2]
