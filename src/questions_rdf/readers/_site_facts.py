"""What the site's XML states about a question, element by element, beyond identity and texts."""

from collections.abc import Iterator
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.readers import _textes
from questions_rdf.readers._raw_object import RawObject
from questions_rdf.records import (
    Attribution,
    Circonscription,
    Cloture,
    Erratum,
    InfoJO,
    Organisme,
    Personne,
    Renouvellement,
    Signalement,
    TypeJO,
)
from questions_rdf.reference.departements import code_of, departements

_CIVILITES = frozenset(("M.", "Mme", "Mlle"))


class Seat(NamedTuple):
    """Where the author was elected, as far as it is stated."""

    departement: str | None = None
    circonscription: Circonscription | None = None


def info_jo(
    raw: RawObject, suffix: str = "", *, date: str = "DATE_JO", edition: TypeJO | None = None
) -> InfoJO:
    """Where something was printed; an edition without date, page or number says nothing."""
    stated = raw.type_jo(f"TYPE_JO{suffix}") or edition
    info = InfoJO(
        date=raw.date(f"{date}{suffix}"),
        page=raw.positive(f"PAGE_JO{suffix}", catalogue.PAGE_ILLISIBLE),
        numero=raw.positive(f"NUMERO_JO{suffix}", catalogue.NUMERO_JO_ILLISIBLE),
    )
    if info == InfoJO():
        return info
    return InfoJO(type_jo=stated, date=info.date, page=info.page, numero=info.numero)


def auteur(
    raw: RawObject, legislature: int, departement: str | None
) -> tuple[Personne | None, str | None]:
    """The author with the printed name, and the mandate."""
    stated = raw.child("AUTEUR")
    if stated is None:
        return None, None
    mandat = stated.identifier("@ID_MANDAT", "PM", bare=True)
    identifiant = stated.identifier("ID_ACTEUR", "PA", bare=True)
    prenom, nom = stated.plain_label("PRENOM"), stated.plain_label("NOM")
    civilite = _civilite(stated)
    stated.done()
    if not identifiant and not nom:
        return None, mandat
    personne = Personne(
        legislature=legislature,
        identifiant=identifiant,
        nom=f"{prenom} {nom}" if prenom and nom else nom,
        prenom=prenom,
        nom_de_famille=nom,
        civilite=civilite,
        departement=departement,
    )
    return personne, mandat


def _civilite(raw: RawObject) -> str | None:
    civilite = raw.label("CIVILITE")
    if civilite is None or civilite in _CIVILITES:
        return civilite
    raw.problems.append(catalogue.AUTEUR_ILLISIBLE.at(raw.origin_of("CIVILITE"), value=civilite))
    return None


def groupe(raw: RawObject, legislature: int) -> Organisme | None:
    """The group, as of the day of the export."""
    return _organisme(raw.child("GROUPE"), legislature, ("ID_GROUPE", "LIBELLE", "@SIGLE"))


def ministere(raw: RawObject | None, identifier: str, legislature: int) -> Organisme | None:
    """A ministry, once everything else in its element is taken."""
    return _organisme(raw, legislature, (identifier, "DEVELOPPE", "ABREGE"))


def _organisme(
    raw: RawObject | None, legislature: int, names: tuple[str, str, str]
) -> Organisme | None:
    if raw is None:
        return None
    identifier, developpe, abrege = names
    found = Organisme(
        legislature=legislature,
        identifiant=raw.identifier(identifier, "PO", bare=True),
        developpe=raw.plain_label(developpe),
        abrege=raw.plain_label(abrege),
    )
    raw.done()
    return found if found.identifiant or found.developpe or found.abrege else None


def seat(raw: RawObject) -> Seat:
    """Département and constituency of the author."""
    stated = raw.child("CIRCONSCRIPTION")
    if stated is None:
        return Seat()
    stated.leave("CODE_REGION", "REGION")
    departement = _departement(stated)
    numero = stated.positive("@NUMERO_CIRCONSCRIPTION", catalogue.CIRCONSCRIPTION_ILLISIBLE)
    stated.done()
    seated = Circonscription(departement, numero) if departement and numero else None
    return Seat(departement, seated)


def _departement(raw: RawObject) -> str | None:
    """The code as written, or padded with zeros; else the code of the label."""
    code, label = raw.label("CODE_DEPARTEMENT"), raw.label("DEPARTEMENT")
    if code is None and label is None:
        return None
    bare = (code or "").upper().lstrip("0")
    for candidate in (bare.zfill(2), bare.zfill(3)):
        if candidate in departements():
            return candidate
    if label and (known := code_of(label)):
        return known
    where = raw.origin_of("CODE_DEPARTEMENT" if code else "DEPARTEMENT")
    raw.problems.append(catalogue.DEPARTEMENT_INCONNU.at(where, value=label or code))
    return None


def attributions(raw: RawObject | None, legislature: int) -> Iterator[Attribution]:
    """All attributions, the first one too, by their numbers."""
    if raw is None:
        return
    for ordre, item in _ordered(raw):
        info = info_jo(item)
        named = ministere(item, "ID_MINA", legislature)
        if named is not None or info.date is not None:
            place = None if info.date else ordre
            yield Attribution(named, changement=False, info_jo=info, ordre=place)
    raw.done()


def signalements(raw: RawObject) -> Iterator[Signalement]:
    """When the question was signalled, in print and on deposit."""
    for item in raw.children("SIGNALEMENT"):
        found = Signalement(item.date("DATE_DEPOT_SIGNAL"), info_jo(item))
        item.done()
        if found != Signalement():
            yield found


def renouvellements(raw: RawObject | None) -> Iterator[Renouvellement]:
    """When the author put the question again."""
    if raw is None:
        return
    for _, item in _ordered(raw):
        info = info_jo(item, date="DATE_RENOUVELLEMENT")
        item.done()
        if info != InfoJO():
            yield Renouvellement(info)
    raw.done()


def errata(raw: RawObject, *, answered: bool) -> Iterator[Erratum]:
    """The corrections of question and answer; one of an answer needs that answer."""
    for field, corrige_reponse in (("ERRATUM_QUESTION", False), ("ERRATUM_REPONSE", True)):
        for item in raw.children(field):
            texte = _textes.version(item, "TEXTE_ERRATUM", info_jo)
            item.done()
            if not texte.texte and texte.info_jo == InfoJO():
                continue
            if corrige_reponse and not answered:
                raw.problems.append(catalogue.ERRATUM_SANS_REPONSE.at(raw.origin_of(field)))
            else:
                yield Erratum(corrige_reponse, texte.texte or None, texte.info_jo)


def clotures(raw: RawObject) -> Iterator[Cloture]:
    """How the procedure ended; an element of its own may say that it is a withdrawal."""
    for field, retrait in (("CLOTURE", None), ("RETRAIT", True)):
        for item in raw.children(field):
            info = info_jo(item)
            code, motive = item.label("ABREGE"), item.plain_label("LIBELLE")
            item.done()
            if code or motive or info != InfoJO():
                yield Cloture(info.date, code, motive, info_jo=info, retrait=retrait)


def _ordered(raw: RawObject) -> list[tuple[int | None, RawObject]]:
    """The ``ORDRE`` elements, with their numbers and by them; one without stays where it is."""
    placed, latest = [], 0
    for item in raw.children("ORDRE"):
        number = item.number("@NUMERO")
        latest = number or latest
        placed.append((latest, number, item))
    return [(number, item) for _, number, item in sorted(placed, key=lambda entry: entry[0])]
