"""What a source states about one question: typed, frozen, no RDF.

A record holds the facts as the source gives them, and nothing more: what follows from them
(status, deadlines, delays, names of events) is worked out in :mod:`questions_rdf.deduction`. Field
names are the terms of the ontology in snake case. A field that a source does not state is ``None``
or an empty tuple.
"""

import datetime as dt
import re
from enum import StrEnum

import msgspec


class Nature(StrEnum):
    """The kinds of question, by the letters that the Assembly gives them."""

    QUESTION_ECRITE = "QE"
    QUESTION_AU_GOUVERNEMENT = "QG"
    QUESTION_ORALE_SANS_DEBAT = "QOSD"


NATURES = {nature.value: nature for nature in Nature}
"""The kinds by their letters: ten times as fast as to call the enumeration."""


class TypeJO(StrEnum):
    """The editions of the Journal officiel that the sources name (``infoJO.typeJO``)."""

    QUESTIONS = "JO_QUESTION"
    DEBATS = "JO_DEBAT"
    LOIS_ET_DECRETS = "JO_LOI_DECRET"


EDITION = {
    Nature.QUESTION_ECRITE: TypeJO.QUESTIONS,
    Nature.QUESTION_AU_GOUVERNEMENT: TypeJO.DEBATS,
}
"""Where a question and its answer are printed, by its kind, where that is sure."""


class Record(msgspec.Struct, frozen=True, array_like=True):
    """What all records are: frozen, comparable, and small when spooled."""


class InfoJO(Record, frozen=True):
    """Where the Journal officiel printed something."""

    type_jo: TypeJO | None = None
    date: dt.date | None = None
    page: int | None = None
    numero: int | None = None
    url_legifrance: str | None = None
    reference_nor: str | None = None


class Texte(Record, frozen=True):
    """One version of a text: plain, its sanitised mark-up if that says more, where it was printed.

    ``erratum`` is the wording of the correction that led to this version, if the source has one.
    """

    texte: str
    texte_html: str | None = None
    info_jo: InfoJO = InfoJO()
    erratum: str | None = None


class Personne(Record, frozen=True):
    """A deputy, by identifier (``PA…``), by name, or both.

    Legislature and département are those of the question: without an identifier they tell
    namesakes apart.
    """

    legislature: int
    identifiant: str | None = None
    nom: str | None = None
    prenom: str | None = None
    nom_de_famille: str | None = None
    civilite: str | None = None
    departement: str | None = None


class Organisme(Record, frozen=True):
    """A group or a ministry: identifier (``PO…``), full label, short label."""

    legislature: int
    identifiant: str | None = None
    developpe: str | None = None
    abrege: str | None = None


class Circonscription(Record, frozen=True):
    """A constituency: the code of its département, and its number there."""

    departement: str
    numero: int


class Attribution(Record, frozen=True):
    """A ministry becomes responsible; without a ministry where only the date is printed.

    ``changement`` says that the source lists changes only (pages); else it lists all attributions,
    the first one too (open data). ``ordre`` is the number by which the source places
    one without a date.
    """

    ministere: Organisme | None = None
    changement: bool = True
    info_jo: InfoJO = InfoJO()
    ordre: int | None = None


class Signalement(Record, frozen=True):
    """The question is signalled to the Government, which then has ten days (art. 135 al. 7)."""

    date_depot: dt.date | None = None
    info_jo: InfoJO = InfoJO()


class Renouvellement(Record, frozen=True):
    """The author puts the question again."""

    info_jo: InfoJO = InfoJO()


class Erratum(Record, frozen=True):
    """A correction that the source announces without giving an earlier version."""

    corrige_reponse: bool
    texte: str | None = None
    info_jo: InfoJO = InfoJO()


class Cloture(Record, frozen=True):
    """The procedure ends: code and motive of the records, words printed on the pages.

    ``retrait`` is true where the source names it a withdrawal by an element or a label alone.
    """

    date: dt.date | None = None
    code_cloture: str | None = None
    motif_cloture: str | None = None
    mention: str | None = None
    info_jo: InfoJO = InfoJO()
    retrait: bool | None = None


class Reponse(Record, frozen=True):
    """An answer: its versions, the current one last (none where it is dated but not given)."""

    versions: tuple[Texte, ...] = ()
    info_jo: InfoJO = InfoJO()


class Question(Record, frozen=True):
    """A question with everything that one source says of it."""

    uid: str
    nature: Nature
    numero: int
    legislature: int
    titre: str | None = None
    rubrique: str | None = None
    tete_analyse: str | None = None
    analyse: tuple[str, ...] = ()
    versions: tuple[Texte, ...] = ()
    info_jo: InfoJO = InfoJO()
    date_seance: dt.date | None = None
    auteur: Personne | None = None
    mandat: str | None = None
    groupe: Organisme | None = None
    circonscription: Circonscription | None = None
    departement: str | None = None
    ministere_interroge: Organisme | None = None
    attribution: tuple[Attribution, ...] = ()
    signalement: tuple[Signalement, ...] = ()
    renouvellement: tuple[Renouvellement, ...] = ()
    erratum: tuple[Erratum, ...] = ()
    cloture: tuple[Cloture, ...] = ()
    reponse: tuple[Reponse, ...] = ()


class Source(Record, frozen=True):
    """The document that a question was read from: its name and its SHA-256 in hexadecimal."""

    titre: str
    sha256: str


def uid_of(legislature: int, nature: Nature, numero: int) -> str:
    """The Assembly's identifier: ``QANR5L16QE16353`` (R5: Fifth Republic, L: legislature)."""
    return f"QANR5L{legislature}{nature}{numero}"


_UID = re.compile(r"QANR5L(\d{1,2})(QE|QG|QOSD)([1-9]\d{0,8})")
_NUMEROS = 10**9
_NATURES = tuple(Nature)
_RANKS = {nature: rank for rank, nature in enumerate(_NATURES)}


def key_of(legislature: int, nature: Nature, numero: int) -> int:
    """The same identity as a number: a million of them take 8 MB."""
    return (legislature * len(_RANKS) + _RANKS[nature]) * _NUMEROS + numero


def key_of_uid(uid: str) -> int | None:
    """The number of a uid; ``None`` if it is none."""
    match = _UID.fullmatch(uid)
    return key_of(int(match[1]), Nature(match[2]), int(match[3])) if match else None


def uid_of_key(key: int) -> str:
    """The uid of such a number."""
    rest, numero = divmod(key, _NUMEROS)
    legislature, rank = divmod(rest, len(_NATURES))
    return uid_of(legislature, _NATURES[rank], numero)
