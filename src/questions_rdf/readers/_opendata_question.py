"""From a raw object of the open data to its question; the same for every packaging.

Left out on purpose: ``identifiant.regime`` (there is one Republic) and ``@xsi:type`` (it repeats
``type``).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from questions_rdf import catalogue
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _indexation, _textes
from questions_rdf.readers._parution import parution
from questions_rdf.readers._protocol import Found
from questions_rdf.readers._question_checks import Identity, identity_problem, withheld
from questions_rdf.readers._raw_object import RawObject
from questions_rdf.records import (
    NATURES,
    Attribution,
    Cloture,
    InfoJO,
    Nature,
    Organisme,
    Personne,
    Question,
    Renouvellement,
    Reponse,
    Signalement,
    Texte,
    uid_of,
)

_UID = re.compile(r"QANR5L(\d{1,2})(QE|QG|QOSD)([1-9]\d{0,8})")


def record(
    fields: dict[str, Any], origin: Origin, path: str, *, legal: bool = False
) -> list[Found | Problem]:
    """The question that one raw object of the open data holds, and what is wrong in it.

    ``legal`` says that none of its texts has an illegal character.
    """
    problems: list[Problem] = []
    raw = RawObject(fields, origin, path, problems, legal=legal)
    place = origin.at_path(path)
    identity = _identity(raw)
    if (refusal := identity_problem(identity, place)) is not None:
        return [*problems, refusal]
    question = _question(raw, identity)
    return [*problems, withheld(question, place) or Found(question, place)]


def _identity(raw: RawObject) -> Identity:
    """Kind, number and legislature, as stated by ``identifiant`` and ``type`` and by ``uid``."""
    identity = Identity()
    if uid := raw.text("uid"):
        if match := _UID.fullmatch(uid.strip()):
            identity.state(int(match[1]), NATURES[match[2]], int(match[3]))
        else:
            raw.problems.append(
                catalogue.IDENTIFIANT_ILLISIBLE.at(
                    raw.origin_of("uid"), value=uid, expected="QANR5L"
                )
            )
    if identifiant := raw.child("identifiant"):
        identity.state(identifiant.number("legislature"), None, identifiant.number("numero"))
        identifiant.leave("regime")
        identifiant.done()
    nature = (raw.text("type") or "").strip()
    if nature:
        identity.state_nature(nature)
    return identity


def _question(raw: RawObject, identity: Identity) -> Question:
    legislature, nature, numero = identity.agreed()
    rubrique, tete_analyse, analyse = _indexed(raw)
    auteur, mandat, groupe = raw.remembered("auteur", _auteur, legislature)
    question_textes = _versions(raw.child("textesQuestion"), "texteQuestion", numero)
    reponse_textes = _versions(raw.child("textesReponse"), "texteReponse")
    reponse = _textes.reponses(reponse_textes, raw, "textesReponse")
    question = Question(
        uid=uid_of(legislature, nature, numero),
        nature=nature,
        numero=numero,
        legislature=legislature,
        rubrique=rubrique,
        tete_analyse=tete_analyse,
        analyse=analyse,
        versions=tuple(texte for texte in question_textes if texte.texte),
        info_jo=_published(nature, question_textes, reponse),
        auteur=auteur,
        mandat=mandat,
        groupe=groupe,
        ministere_interroge=raw.remembered("minInt", _ministere, legislature),
        attribution=_attributions(raw.child("minAttribs"), legislature),
        signalement=tuple(_signalements(raw)),
        renouvellement=tuple(_renouvellements(raw.child("renouvellements"))),
        erratum=(
            *_textes.errata(question_textes, corrige_reponse=False),
            *(_textes.errata(reponse_textes, corrige_reponse=True) if reponse else ()),
        ),
        cloture=tuple(_clotures(raw)),
        reponse=reponse,
    )
    raw.done()
    return question


def _published(nature: Nature, versions: Sequence[Texte], reponse: Sequence[Reponse]) -> InfoJO:
    """Where the question was first printed."""
    return versions[0].info_jo if versions else parution(nature, InfoJO(), reponse)


def _indexed(raw: RawObject) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Rubrique, tête d'analyse, analyses (``analyses.analyse``, or ``ANALYSE.ANA`` in the 15th)."""
    indexation = raw.child("indexationAN")
    if indexation is None:
        return None, None, ()
    tete = _indexation.tete_analyse(indexation, "teteAnalyse")
    analyses: list[str] = []
    for container, element in (("analyses", "analyse"), ("ANALYSE", "ANA")):
        for holder in indexation.children(container):
            analyses.extend(holder.texts(element))
            holder.done()
    rubrique = _indexation.rubrique(indexation, "rubrique")
    indexation.done()
    return rubrique, tete, _indexation.analyses(analyses)


def _auteur(
    raw: RawObject | None, legislature: int
) -> tuple[Personne | None, str | None, Organisme | None]:
    if raw is None:
        return None, None, None
    acteur = mandat = None
    if identite := raw.child("identite"):
        acteur = identite.identifier("acteurRef", "PA")
        mandat = identite.identifier("mandatRef", "PM")
        identite.done()
    groupe = _organisme(raw.child("groupe"), legislature)
    raw.done()
    personne = Personne(legislature=legislature, identifiant=acteur) if acteur else None
    return personne, mandat, groupe


def _organisme(raw: RawObject | None, legislature: int) -> Organisme | None:
    if raw is None:
        return None
    organisme = Organisme(
        legislature=legislature,
        identifiant=raw.identifier("organeRef", "PO"),
        developpe=raw.plain_label("developpe"),
        abrege=raw.plain_label("abrege"),
    )
    raw.done()
    stated = organisme.identifiant or organisme.developpe or organisme.abrege
    return organisme if stated else None


_ministere = _organisme


def _attributions(raw: RawObject | None, legislature: int) -> tuple[Attribution, ...]:
    """All attributions; the records list the first one too."""
    if raw is None:
        return ()
    found = []
    for item in raw.children("minAttrib"):
        ministere = item.remembered("denomination", _ministere, legislature)
        info_jo = _info_jo(item)
        item.done()
        if ministere is not None or info_jo.date is not None:
            found.append(Attribution(ministere, changement=False, info_jo=info_jo))
    raw.done()
    return tuple(found)


def _versions(raw: RawObject | None, element: str, numero: int | None = None) -> list[Texte]:
    """The versions of a text, oldest first."""
    if raw is None:
        return []
    found = []
    for item in raw.children(element):
        found.append(_textes.version(item, "texte", _info_jo, numero=numero, erratum="erratum"))
        item.done()
    raw.done()
    return _textes.in_order(found)


def _signalements(raw: RawObject) -> Iterator[Signalement]:
    for item in raw.children("signalement"):
        signalement = Signalement(item.date("dateDepotSignal"), _info_jo(item))
        item.done()
        if signalement != Signalement():
            yield signalement


def _renouvellements(raw: RawObject | None) -> Iterator[Renouvellement]:
    if raw is None:
        return
    for item in raw.children("renouvellement"):
        renouvellement = Renouvellement(_info_jo(item))
        item.done()
        if renouvellement != Renouvellement():
            yield renouvellement
    raw.done()


def _clotures(raw: RawObject) -> Iterator[Cloture]:
    for item in raw.children("cloture"):
        cloture = Cloture(
            date=item.date("dateCloture"),
            code_cloture=item.label("codeCloture"),
            motif_cloture=item.plain_label("libelleCloture"),
            info_jo=_info_jo(item),
        )
        item.done()
        if cloture != Cloture():
            yield cloture


def _info_jo(parent: RawObject) -> InfoJO:
    raw = parent.child("infoJO")
    if raw is None:
        return InfoJO()
    info = InfoJO(
        type_jo=raw.type_jo("typeJO"),
        date=raw.date("dateJO"),
        page=raw.positive("pageJO", catalogue.PAGE_ILLISIBLE),
        numero=raw.positive("numJO", catalogue.NUMERO_JO_ILLISIBLE),
        url_legifrance=raw.address("urlLegifrance"),
        reference_nor=raw.label("referenceNOR"),
    )
    raw.done()
    return info
