"""One object of the source becomes a record: an organe, a mandate, a person."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from questions_rdf import catalogue
from questions_rdf.amo._shapes import (
    ActeurShape,
    MandatShape,
    MandatsShape,
    OrganeShape,
    each,
    shaped,
)
from questions_rdf.amo._values import Values, shown
from questions_rdf.amo.records import Acteur, Mandat, Organe, TypeOrgane
from questions_rdf.problems import Origin, Problem
from questions_rdf.records import Circonscription
from questions_rdf.reference.departements import code_of, departements

Found = Acteur | Mandat | Organe | Problem

_KEPT = {kind.value: kind for kind in (TypeOrgane.ASSEMBLEE, TypeOrgane.GROUPE)}
_CIVILITES = {"M.": "M.", "M": "M.", "Mme": "Mme", "MME": "Mme"}


def organe(value: object, origin: Origin) -> Iterator[Found]:
    """A body."""
    raw = shaped(value, OrganeShape)
    if raw is None:
        yield _without_identifier(origin, "organe", value)
        return
    values = Values(origin, "organe")
    uid = values.identifier(raw.uid, "uid", "PO")
    if uid is None:
        yield _without_identifier(origin, "organe", raw.uid)
        return
    values.owner = uid
    dates = values.part(raw.vi_mo_de, "viMoDe")
    code_type = values.text(raw.code_type, "codeType")
    if code_type is None:
        values.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, raw.code_type, "codeType")
    yield Organe(
        identifiant=uid,
        code_type=code_type or "",
        libelle=values.text(raw.libelle, "libelle"),
        abrege=values.text(raw.libelle_abrege, "libelleAbrege"),
        sigle=values.text(raw.libelle_abrev, "libelleAbrev"),
        legislature=values.number(raw.legislature, "legislature"),
        debut=values.day(dates.get("dateDebut"), "viMoDe.dateDebut"),
        fin=values.day(dates.get("dateFin"), "viMoDe.dateFin"),
        parent=values.identifier(raw.organe_parent, "organeParent", "PO"),
        precedent=values.identifier(raw.organe_precedent_ref, "organePrecedentRef", "PO"),
    )
    yield from values.problems


def acteur(value: object, origin: Origin) -> Iterator[Found]:
    """A person, and the mandates inside."""
    raw = shaped(value, ActeurShape)
    if raw is None:
        yield _without_identifier(origin, "acteur", value)
        return
    values = Values(origin, "acteur")
    uid = values.identifier(raw.uid, "uid", "PA")
    if uid is None:
        yield _without_identifier(origin, "acteur", raw.uid)
    else:
        values.owner = uid
        etat_civil = values.part(raw.etat_civil, "etatCivil")
        ident = values.part(etat_civil.get("ident"), "etatCivil.ident")
        yield Acteur(
            identifiant=uid,
            civilite=_civilite(values, ident),
            prenom=values.text(ident.get("prenom"), "etatCivil.ident.prenom"),
            nom=values.text(ident.get("nom"), "etatCivil.ident.nom"),
        )
        yield from values.problems
    for mandats in each(raw.mandats):
        yield from mandats_of(mandats, origin, uid)


def mandats_of(value: object, origin: Origin, acteur_ref: str | None) -> Iterator[Found]:
    """The mandates in what holds them (``mandats.mandat``)."""
    raw = shaped(value, MandatsShape)
    if raw is None:
        values = Values(origin, "acteur")
        values.owner = acteur_ref or ""
        values.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, value, "mandats")
        yield from values.problems
        return
    for one in each(raw.mandat):
        if not _is_passed_over(one):
            yield from mandat(one, origin, acteur_ref)


def mandat(value: object, origin: Origin, acteur_ref: str | None = None) -> Iterator[Found]:
    """A mandate, if it is one that is kept; ``acteur_ref`` is the person it stands inside of."""
    raw = shaped(value, MandatShape)
    if raw is None:
        yield _without_identifier(origin, "mandat", value)
        return
    if _is_passed_over(raw):
        return
    values = Values(origin, "mandat")
    uid = values.identifier(raw.uid, "uid", "PM")
    if uid is None:
        yield _without_identifier(origin, "mandat", raw.uid)
        return
    values.owner = uid
    kind = values.text(raw.type_organe, "typeOrgane")
    holder = values.identifier(raw.acteur_ref, "acteurRef", "PA") or acteur_ref
    if kind is None:
        values.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, raw.type_organe, "typeOrgane")
    elif kind in _KEPT and holder is None:
        values.problems = [_without_identifier(origin, "mandat", raw.acteur_ref)]
    elif kind in _KEPT and holder is not None:
        yield _kept(raw, values, Mandat(uid, holder, _KEPT[kind]))
    yield from values.problems


def _is_passed_over(value: object) -> bool:
    """Whether this is a mandate of a kind that is not kept: most of them, so asked first."""
    if not isinstance(value, MandatShape):
        return False
    return isinstance(value.type_organe, str) and value.type_organe not in _KEPT


def _kept(raw: MandatShape, values: Values, begun: Mandat) -> Mandat:
    """``begun`` with everything else that the source states of it."""
    organes = values.part(raw.organes, "organes")
    mandature = values.part(raw.mandature, "mandature")
    code, seat = _place(raw, values)
    return Mandat(
        identifiant=begun.identifiant,
        acteur=begun.acteur,
        type_organe=begun.type_organe,
        legislature=values.number(raw.legislature, "legislature"),
        organes=_references(values, organes.get("organeRef")),
        debut=values.day(raw.date_debut, "dateDebut"),
        prise_de_fonction=values.day(
            mandature.get("datePriseFonction"), "mandature.datePriseFonction"
        ),
        fin=values.day(raw.date_fin, "dateFin"),
        cause_fin=values.text(mandature.get("causeFin"), "mandature.causeFin")
        or values.text(raw.cause_fin, "causeFin"),
        circonscription=seat,
        departement=code,
    )


def _references(values: Values, value: object) -> tuple[str, ...]:
    found = (values.identifier(one, "organes.organeRef", "PO") for one in each(value))
    return tuple(one for one in found if one is not None)


def _place(raw: MandatShape, values: Values) -> tuple[str | None, Circonscription | None]:
    """Where a deputy was elected: the code of the département, and the seat there."""
    election = values.part(raw.election, "election")
    lieu = values.part(election.get("lieu"), "election.lieu")
    if not lieu:
        return None, None
    numero = values.text(lieu.get("numDepartement"), "election.lieu.numDepartement")
    libelle = values.text(lieu.get("departement"), "election.lieu.departement")
    code = departement_code(numero or "", libelle or "")
    if code is None and (numero or libelle):
        named = " ".join(filter(None, (numero, libelle)))
        values.refuse(catalogue.REFERENCE_DEPARTEMENT_INCONNU, named, "election.lieu")
    seat = values.number(lieu.get("numCirco"), "election.lieu.numCirco")
    return code, Circonscription(code, seat) if code and seat else None


@lru_cache(maxsize=1024)
def departement_code(numero: str, libelle: str) -> str | None:
    """The code of a département by its number (``01``, ``1``, ``099``, ``2a``), else by name."""
    known = departements()
    bare = numero.upper().lstrip("0")
    spellings = (bare.zfill(2), bare.zfill(3)) if bare else ()
    by_number = next((code for code in spellings if code in known), None)
    return by_number or (code_of(libelle) if libelle else None)


def _civilite(values: Values, ident: Mapping[str, object]) -> str | None:
    stated = values.text(ident.get("civ"), "etatCivil.ident.civ")
    if stated is not None and stated not in _CIVILITES:
        values.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, stated, "etatCivil.ident.civ")
    return _CIVILITES.get(stated or "")


def _without_identifier(origin: Origin, kind: str, value: object) -> Problem:
    code = catalogue.REFERENCE_SANS_IDENTIFIANT
    return code.at(origin.at_path(kind), kind=kind, value=shown(value))
