"""Which flat tables there are: one for each table of the mapping, with a column for each row.

A new row of the mapping is a new column without a word here, unless it links to something that
the ontology does not name as its range; then ``_TARGETS`` has to say what (a test tells).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.mapping import tables
from questions_rdf.prefixes import expanded
from questions_rdf.reference.departements import departements
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.rows import Kind, Row, Table


class Sheet(NamedTuple):
    """A flat table: the things of one table of the mapping.

    Args:
        name: what its file is called.
        thing: one of its things, as the name of a column.
        table: the table of the mapping.
        types: the classes that its things may have together, the most specific first.
        label: the key of the row that names a thing beside its identifier.
        scheme: of concepts, the scheme that they are in.
        parent: the key of the row that says which thing this one is a part of.
        shared: whether questions refer to it, so that there are few for many questions.
    """

    name: str
    thing: str
    table: Table
    types: tuple[tuple[str, ...], ...]
    label: str = ""
    scheme: str = ""
    parent: str = ""
    shared: bool = False

    @property
    def columns(self) -> tuple["Column", ...]:
        """Its columns, in their order."""
        return _columns(self.name)

    @property
    def constant_types(self) -> tuple[str, ...]:
        """The classes that all its things have."""
        return tuple(one for one in self.types[0] if all(one in types for types in self.types))

    @property
    def varies(self) -> bool:
        """Whether its things are of several classes."""
        return len(self.types) > 1


class Role(StrEnum):
    """What a column is there for."""

    ID = "id"  # the thing itself
    CLASSE = "classe"  # its most specific class
    CLASSE_GENERALE = "classe_generale"  # the most general one of those that vary
    PARENT = "parent"  # the thing that it is a part of
    VALUE = "value"  # a row of the mapping
    LABEL = "label"  # what the thing in the column before is called


class Column(NamedTuple):
    """A column: what it holds, where it comes from.

    Args:
        name: the name in the file.
        role: what it is there for.
        kind: how its values are written in RDF.
        term: the property, as a prefixed name.
        key: the key of the row of the mapping, of a label that of the row that names.
        many: whether a cell may hold several values.
        of: of a label, the column that it names.
        targets: the sheets whose things it may name.
    """

    name: str
    role: Role
    kind: Kind
    term: str
    key: str = ""
    many: bool = False
    of: str = ""
    targets: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it holds the bulk: the words of questions and answers."""
        return self.term in {"schema:text", "qp:texteHTML"}


def _static(table: Table) -> tuple[tuple[str, ...], ...]:
    if callable(table.types):
        raise TypeError("the classes of this table are to be named")
    return (tuple(table.types),)


_DEPARTEMENTS = tuple(
    (f"igeo:{one}",) for one in sorted({d.classe for d in departements().values()})
)


def _sheets() -> Iterator[Sheet]:
    def sheet(name: str, thing: str, table: Table, **more: object) -> Sheet:
        types = more.pop("types", None) or _static(table)
        return Sheet(name, thing, table, types, **more)  # type: ignore[arg-type]

    yield sheet("questions", "question", tables.QUESTION, types=(*tables.TYPES_QUESTION.values(),))
    yield sheet("reponses", "reponse", tables.REPONSE, parent="repondA")
    yield sheet(
        "evenements", "evenement", tables.EVENEMENT, types=(*tables.TYPES_EVENEMENT.values(),)
    )
    yield sheet("versions", "version", tables.VERSION_TEXTE)
    yield sheet("citations", "citation", tables.CITATION)
    yield sheet("reponses_communes", "reponse_commune", tables.REPONSE_COMMUNE)
    yield sheet("groupes_similaires", "groupe_similaire", tables.GROUPE_SIMILAIRE)
    yield sheet("sources", "source", tables.SOURCE)
    yield sheet("personnes", "personne", tables.PERSONNE, label="nom", shared=True)
    yield sheet("mandats", "mandat", tables.MANDAT, shared=True)
    yield sheet("organismes", "organisme", tables.ORGANISME, label="libelle", shared=True)
    yield sheet(
        "libelles_ministeres", "libelle", tables.LIBELLE_MINISTERE, label="libelle", shared=True
    )
    yield sheet(
        "circonscriptions",
        "circonscription",
        tables.CIRCONSCRIPTION,
        label="etiquette",
        shared=True,
    )
    yield sheet(
        "departements",
        "departement",
        tables.DEPARTEMENT,
        types=_DEPARTEMENTS,
        label="etiquette",
        shared=True,
    )
    yield sheet(
        "rubriques",
        "rubrique",
        tables.RUBRIQUE,
        label="libelle",
        scheme=iris.RUBRIQUES,
        shared=True,
    )
    yield sheet(
        "portefeuilles",
        "portefeuille",
        tables.PORTEFEUILLE,
        label="libelle",
        scheme=iris.PORTEFEUILLES,
        shared=True,
    )
    yield sheet("schemas", "schema", tables.SCHEMA, shared=True)
    yield sheet("legislatures", "legislature", tables.LEGISLATURE, shared=True)
    yield sheet("parutions", "parution", tables.PARUTION, shared=True)
    yield sheet("regles", "regle", tables.REGLE, shared=True)


SHEETS: dict[str, Sheet] = {one.name: one for one in _sheets()}

# What the ontology does not say: the range of terms that are not ours, or too wide.
_TARGETS: dict[str, tuple[str, ...]] = {
    "rubrique": ("rubriques",),
    "portefeuille": ("portefeuilles",),
    "departement": ("departements",),
    "groupe": ("organismes",),
    "groupeALaDate": ("organismes",),
    "ministereInterroge": ("organismes", "libelles_ministeres"),
    "ministereAttributaire": ("organismes", "libelles_ministeres"),
    "ministere": ("organismes", "libelles_ministeres"),
    "membre": ("questions",),
    "source": ("sources",),
    "titulaire": ("personnes",),
    "assemblee": ("organismes",),
    "gouvernement": ("organismes",),
    "remplace": ("organismes",),
    "dansSchema": ("schemas",),
}


def targets(row: Row) -> tuple[str, ...]:
    """The sheets that a link leads to: as stated, else those of the classes of its range."""
    if row.key in _TARGETS:
        return _TARGETS[row.key]
    wanted = _ranges(row)
    return tuple(
        one.name
        for one in SHEETS.values()
        if one.name != "rubriques" and any(expanded(kind) in wanted for kind in one.constant_types)
    )


def _ranges(row: Row) -> frozenset[str]:
    known = termes().get(expanded(row.term))
    return known.ranges if known else frozenset()


@cache
def _columns(name: str) -> tuple[Column, ...]:
    sheet = SHEETS[name]
    return (
        Column("id", Role.ID, Kind.LINK, ""),
        *_classes(sheet),
        *_parents(sheet),
        *(column for row in sheet.table.rows for column in _of_row(row)),
    )


def _classes(sheet: Sheet) -> Iterator[Column]:
    if not sheet.varies:
        return
    yield Column("classe", Role.CLASSE, Kind.TERM, "rdf:type")
    if sheet.constant_types:
        yield Column("classe_libelle", Role.LABEL, Kind.FRENCH, "rdfs:label", of="classe")
    if any(len(types) - len(sheet.constant_types) > 1 for types in sheet.types):
        yield Column("classe_generale", Role.CLASSE_GENERALE, Kind.TERM, "rdf:type")


def _parents(sheet: Sheet) -> Iterator[Column]:
    """A column for each kind of thing that this one may be a part of, unless a row says it."""
    if sheet.parent:
        return
    for parent, row in parents(sheet):
        yield Column(
            parent.thing, Role.PARENT, Kind.LINK, row.term, row.key, targets=(parent.name,)
        )


def parents(sheet: Sheet) -> list[tuple[Sheet, Row]]:
    """The sheets whose things have those of ``sheet`` as parts, and the rows that say so."""
    return [
        (one, row)
        for one in SHEETS.values()
        for row in one.table.rows
        if row.kind is Kind.NESTED and row.table is sheet.table
    ]


def _of_row(row: Row) -> Iterator[Column]:
    if row.kind is Kind.NESTED:
        return
    name = snake(row.key)
    to = targets(row) if row.kind is Kind.LINK else ()
    yield Column(name, Role.VALUE, row.kind, row.term, row.key, row.many, targets=to)
    if row.many:
        return
    if row.kind is Kind.TERM:
        is_class = expanded("owl:Class") in _ranges(row)
        term = "rdfs:label" if is_class else "skos:prefLabel"
        yield Column(f"{name}_libelle", Role.LABEL, Kind.FRENCH, term, of=name)
    elif key := next((SHEETS[one].label for one in to if SHEETS[one].label), None):
        names = next(r for r in SHEETS[to[0]].table.rows if r.key == key)
        yield Column(
            f"{name}_{snake(key)}", Role.LABEL, names.kind, names.term, key, of=name, targets=to
        )


def snake(key: str) -> str:
    """``ministereInterroge`` → ``ministere_interroge``: the name that the field of a record has."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", key).lower()


def local(term: str) -> str:
    """What a cell holds of a class or a term of a list: ``Repondue`` of ``qp:Repondue``."""
    return term.partition(":")[2]


def namespace(sheet: Sheet) -> str:
    """What stands in front of the local names of the classes that vary."""
    return expanded(sheet.types[0][0]).removesuffix(local(sheet.types[0][0]))


def kept(sheet: Sheet, *, texts: bool) -> tuple[Column, ...]:
    """The columns that are written."""
    return tuple(one for one in sheet.columns if texts or not one.is_text)
