"""The names behind the IRIs: people, ministries, groups, Governments, rubriques, portfolios."""

import re
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.reports._asking import asked

_OFFICE = re.compile(
    r"(?:ministère|secrétariat d'État)\b(?: auprès .*?, chargée?)? (?:de la |de l'|des |du |de )?",
    re.IGNORECASE,
)


def in_brief(label: str) -> str:
    """What a ministry is for, where there is little room.

    >>> in_brief("Ministère auprès de la ministre du travail, chargé de la santé")
    'Santé'
    """
    rest = _OFFICE.sub("", label, count=1) or label
    return rest[:1].upper() + rest[1:]


class Organisme(NamedTuple):
    """A ministry, a group or a Government."""

    iri: str
    libelle: str
    libelles: tuple[str, ...]
    identifiant: str | None
    gouvernement: str | None
    portefeuille: str | None


class Personne(NamedTuple):
    """An author."""

    iri: str
    nom: str
    civilite: str | None
    identifiant: str | None


class Annuaire:
    """Whom the data names."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @cached_property
    def organismes(self) -> dict[str, Organisme]:
        """The organisations and the labels of ministries, by IRI."""
        rows = defaultdict(list)
        for row in asked(self._store, "organismes"):
            rows[str(row[0])].append(row)
        return {iri: _organisme(iri, found) for iri, found in rows.items()}

    @cached_property
    def personnes(self) -> dict[str, Personne]:
        """The people, by IRI."""
        rows = defaultdict(list)
        for row in asked(self._store, "personnes"):
            rows[str(row[0])].append(row)
        return {iri: _personne(iri, found) for iri, found in rows.items()}

    @cached_property
    def notions(self) -> dict[str, str]:
        """The names of rubriques and portfolios, by IRI."""
        rows = sorted(asked(self._store, "notions"), key=str, reverse=True)
        return {str(iri): nom for iri, nom in rows if nom}

    def organisme(self, iri: str | None) -> str | None:
        """The label of an organisation; its identifier if the data says no more."""
        if iri is None:
            return None
        found = self.organismes.get(iri)
        return found.libelle if found else _end(iri)

    def personne(self, iri: str | None) -> str | None:
        """The name of a person, with the civility; the identifier if the data says no more."""
        if iri is None:
            return None
        found = self.personnes.get(iri)
        if found is None:
            return _end(iri)
        return f"{found.civilite} {found.nom}" if found.civilite else found.nom

    def notion(self, iri: str | None) -> str | None:
        """The name of a rubrique or a portfolio."""
        return None if iri is None else self.notions.get(iri, _end(iri))


def _organisme(iri: str, rows: list[tuple[str | None, ...]]) -> Organisme:
    _, labels, short, identifiers, governments, portfolios = _columns(rows)
    named = [*labels, *short, *identifiers, _end(iri)]
    return Organisme(
        iri=iri,
        libelle=named[0],
        libelles=tuple(dict.fromkeys((*labels, *short))),
        identifiant=_first(identifiers),
        gouvernement=_first(governments),
        portefeuille=_first(portfolios),
    )


def _personne(iri: str, rows: list[tuple[str | None, ...]]) -> Personne:
    _, names, titles, identifiers = _columns(rows)
    named = [*names, *identifiers, _end(iri)]
    return Personne(iri, named[0], _first(titles), _first(identifiers))


def _columns(rows: list[tuple[str | None, ...]]) -> list[list[str]]:
    """The different values of each column, in order."""
    return [sorted({cell for cell in column if cell}) for column in zip(*rows, strict=True)]


def _first(values: list[str]) -> str | None:
    return values[0] if values else None


def _end(iri: str) -> str:
    """What an IRI ends with: of ``…/acteur/PA719890`` the identifier."""
    return iri.rpartition("/")[2]
