"""The official JSON of the Assemblée nationale, legislatures 14 to 17.

A document is either one question (``{"question": {…}}``, from the 15th legislature on) or a list of
them (``{"questionsEcrites": {"question": [ … ]}}``, the 14th), which is read as a stream. Left out
on purpose: ``identifiant.regime`` (there is one Republic) and ``@xsi:type`` (it repeats ``type``).
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _characters, _json_records, _markup
from questions_rdf.readers._json_records import State
from questions_rdf.readers._protocol import Found
from questions_rdf.readers._question_checks import Identity, identity_problem, withheld
from questions_rdf.readers._raw_object import RawObject
from questions_rdf.records import (
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
    TypeJO,
    uid_of,
)

NAME = "opendata-json"

_LISTS = ("questionsEcrites", "questionsGvt", "questionsOralesSansDebat")
_UID = re.compile(r"QANR5L(\d{1,2})(QE|QG|QOSD)([1-9]\d{0,8})")
_NO_TETE_ANALYSE = "aucune tête d'analyse"
# "13382. — 10 mars 2026. — ": how the Journal officiel numbers the questions on its pages.
_JO_PREFIX = re.compile(r"\s*(\d[\d\s]{0,8}?)\s*\.\s*[—–-]\s*[^.]{6,25}\d{4}\s*\.\s*[—–-]\s*")


def sniff(head: str) -> bool:
    """JSON, whatever it holds: what is no question gets a problem that says so."""
    return head.lstrip("\ufeff \t\r\n").startswith(("{", "["))


def read(document: Document) -> Iterator[Found | Problem]:
    """The questions of one member or of one big list."""
    if _json_records.is_list(document.head):
        yield from _read_list(document)
    else:
        yield from _read_single(document)


def _read_single(document: Document) -> Iterator[Found | Problem]:
    data = document.read()
    content, problems = _decoded(data, document.origin)
    yield from problems
    if content is None:
        return
    fields = _question_of(content)
    if fields is None:
        yield catalogue.JSON_SANS_QUESTION.at(document.origin)
    else:
        yield from _read_question(fields, document.origin, "question")


def _question_of(content: object) -> dict[str, Any] | None:
    """The question object, below ``question`` or below a list element that holds just one."""
    if not isinstance(content, dict):
        return None
    for name in _LISTS:
        if isinstance(content.get(name), dict):
            return _question_of(content[name])
    question = content.get("question")
    return question if isinstance(question, dict) else None


def _read_list(document: Document) -> Iterator[Found | Problem]:
    reported: set[str] = set()
    elements = 0
    for index, piece in enumerate(_json_records.records(document.chunks())):
        path = f"question[{index}]"
        origin = document.origin.at_path(path)
        elements += piece.state is not State.NO_END
        if piece.state is State.NO_END:
            yield catalogue.JSON_SANS_FIN.at(document.origin, offset=piece.offset)
        elif piece.state is State.TRUNCATED:
            yield catalogue.JSON_TRONQUE.at(origin, offset=piece.offset)
        elif piece.state is State.STRAY:
            yield catalogue.JSON_ILLISIBLE.at(origin, reason=_shown(piece.data))
        else:
            fields, problems = _decoded(piece.data, origin)
            yield from (p for p in problems if p.rejected or p.code not in reported)
            reported.update(p.code for p in problems)
            if isinstance(fields, dict):
                yield from _read_question(fields, document.origin, path)
            elif not problems:
                yield catalogue.JSON_ILLISIBLE.at(origin, reason=_shown(piece.data))
    if not elements:
        yield catalogue.JSON_SANS_QUESTION.at(document.origin)


def _shown(data: bytes) -> str:
    return _characters.without_illegal(data[:60].decode("utf-8", errors="replace"))[0]


def _decoded(data: bytes, origin: Origin) -> tuple[object, list[Problem]]:
    """The JSON in ``data`` and what was wrong with it; ``None`` if it cannot be read.

    msgspec is strict and fast. The standard library reads what it refuses and people hold all the
    same (lone surrogates, a byte order mark); Windows-1252 comes last.
    """
    try:
        return msgspec.json.decode(data), []
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        text, was_cp1252 = _characters.decode(data)
    problems = [catalogue.ENCODAGE_CP1252.at(origin)] if was_cp1252 else []
    try:
        return json.loads(text), problems
    except (ValueError, RecursionError) as error:
        reason = error if isinstance(error, ValueError) else "nested too deeply"
        return None, [*problems, catalogue.JSON_ILLISIBLE.at(origin, reason=reason)]


def _read_question(fields: dict[str, Any], origin: Origin, path: str) -> Iterator[Found | Problem]:
    problems: list[Problem] = []
    raw = RawObject(fields, origin, path, problems)
    identity = _identity(raw)
    if (refusal := identity_problem(identity, origin.at_path(path))) is not None:
        yield from problems
        yield refusal
        return
    question = _question(raw, identity)
    yield from problems
    if (refusal := withheld(question, origin.at_path(path))) is not None:
        yield refusal
    else:
        yield Found(question, origin.at_path(path))


def _identity(raw: RawObject) -> Identity:
    """Kind, number and legislature, as stated by ``identifiant`` and ``type`` and by ``uid``."""
    identity = Identity()
    if uid := raw.text("uid"):
        if match := _UID.fullmatch(uid.strip()):
            identity.state(int(match[1]), Nature(match[2]), int(match[3]))
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
    rubrique, tete_analyse, analyse = _indexation(raw)
    auteur, mandat, groupe = _auteur(raw, legislature)
    versions = tuple(_textes(raw.child("textesQuestion"), "texteQuestion", numero))
    reponse = _reponses(raw.child("textesReponse"))
    question = Question(
        uid=uid_of(legislature, nature, numero),
        nature=nature,
        numero=numero,
        legislature=legislature,
        rubrique=rubrique,
        tete_analyse=tete_analyse,
        analyse=analyse,
        versions=tuple(texte for texte in versions if texte.texte),
        info_jo=_publication(nature, versions, reponse),
        auteur=auteur,
        mandat=mandat,
        groupe=groupe,
        ministere_interroge=_ministere(raw.child("minInt"), legislature),
        attribution=tuple(_attributions(raw.child("minAttribs"), legislature)),
        signalement=tuple(_signalements(raw)),
        renouvellement=tuple(_renouvellements(raw.child("renouvellements"))),
        cloture=tuple(_clotures(raw)),
        reponse=reponse,
    )
    raw.done()
    return question


def _publication(
    nature: Nature, versions: tuple[Texte, ...], reponse: tuple[Reponse, ...]
) -> InfoJO:
    """Where the question was first printed; an oral one stands in the debate with its answer."""
    if versions:
        return versions[0].info_jo
    if nature is not Nature.QUESTION_ECRITE and reponse:
        return reponse[0].info_jo
    return InfoJO()


def _indexation(raw: RawObject) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Rubrique, tête d'analyse, analyses (``analyses.analyse``, or ``ANALYSE.ANA`` in the 15th)."""
    indexation = raw.child("indexationAN")
    if indexation is None:
        return None, None, ()
    tete = indexation.label("teteAnalyse")
    analyses: list[str] = []
    for container, element in (("analyses", "analyse"), ("ANALYSE", "ANA")):
        for holder in indexation.children(container):
            found = (_markup.plain_label(text).strip() for text in holder.texts(element))
            analyses.extend(text for text in found if text)
            holder.done()
    rubrique = indexation.label("rubrique")
    indexation.done()
    return (
        _markup.plain_label(rubrique) if rubrique else None,
        _markup.plain_label(tete) if tete and tete.casefold() != _NO_TETE_ANALYSE else None,
        tuple(dict.fromkeys(analyses)),
    )


def _auteur(
    raw: RawObject, legislature: int
) -> tuple[Personne | None, str | None, Organisme | None]:
    auteur = raw.child("auteur")
    if auteur is None:
        return None, None, None
    acteur = mandat = None
    if identite := auteur.child("identite"):
        acteur = identite.identifier("acteurRef", "PA")
        mandat = identite.identifier("mandatRef", "PM")
        identite.done()
    groupe = _organisme(auteur.child("groupe"), legislature)
    auteur.done()
    personne = Personne(legislature=legislature, identifiant=acteur) if acteur else None
    return personne, mandat, groupe


def _organisme(raw: RawObject | None, legislature: int) -> Organisme | None:
    if raw is None:
        return None
    organisme = Organisme(
        legislature=legislature,
        identifiant=raw.identifier("organeRef", "PO"),
        developpe=_decoded_label(raw.label("developpe")),
        abrege=_decoded_label(raw.label("abrege")),
    )
    raw.done()
    stated = organisme.identifiant or organisme.developpe or organisme.abrege
    return organisme if stated else None


_ministere = _organisme


def _decoded_label(text: str | None) -> str | None:
    return _characters.label(_markup.plain_label(text)) if text else None


def _attributions(raw: RawObject | None, legislature: int) -> Iterator[Attribution]:
    """All attributions; the records list the first one too."""
    if raw is None:
        return
    rank = 0
    for item in raw.children("minAttrib"):
        ministere = _ministere(item.child("denomination"), legislature)
        info_jo = _info_jo(item)
        item.done()
        if ministere is not None or info_jo.date is not None:
            yield Attribution(ministere, changement=rank > 0, info_jo=info_jo)
            rank += 1
    raw.done()


def _textes(raw: RawObject | None, element: str, numero: int | None = None) -> Iterator[Texte]:
    """The versions of a text, in the order of their dates (undated ones where they stand)."""
    if raw is None:
        return
    for item in raw.children(element):
        text = item.text("texte") or ""
        if numero is not None:
            text = _without_jo_prefix(text, numero, item)
        erratum = item.text("erratum")
        yield Texte(
            texte=_markup.plain_text(text),
            texte_html=_markup.sanitised_html(text),
            info_jo=_info_jo(item),
            erratum=_markup.plain_text(erratum) if erratum else None,
        )
        item.done()
    raw.done()


def _without_jo_prefix(text: str, numero: int, raw: RawObject) -> str:
    """``text`` without the number and date that the Journal officiel prints before it."""
    match = _JO_PREFIX.match(text)
    if not match or int(re.sub(r"\s", "", match[1])) != numero:
        return text
    raw.problems.append(catalogue.PREFIXE_RETIRE.at(raw.origin_of("texte"), value=match[0]))
    return text[match.end() :]


def _reponses(raw: RawObject | None) -> tuple[Reponse, ...]:
    """The answers; a text that carries an erratum is a further version of the answer before it."""
    reponses: list[Reponse] = []
    for texte in _textes(raw, "texteReponse"):
        if texte.erratum and reponses:
            earlier = reponses.pop()
            reponses.append(Reponse((*earlier.versions, texte), earlier.info_jo))
        elif texte.texte or texte.info_jo.date:
            reponses.append(Reponse((texte,) if texte.texte else (), texte.info_jo))
    return tuple(reponses)


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
            motif_cloture=_decoded_label(item.label("libelleCloture")),
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
        type_jo=_type_jo(raw),
        date=raw.date("dateJO"),
        page=raw.positive("pageJO", catalogue.PAGE_ILLISIBLE),
        numero=raw.positive("numJO", catalogue.NUMERO_JO_ILLISIBLE),
        url_legifrance=raw.address("urlLegifrance"),
        reference_nor=raw.label("referenceNOR"),
    )
    raw.done()
    return info


def _type_jo(raw: RawObject) -> TypeJO | None:
    text = raw.label("typeJO")
    if text is None:
        return None
    try:
        return TypeJO(text)
    except ValueError:
        raw.problems.append(catalogue.TYPE_JO_INCONNU.at(raw.origin_of("typeJO"), value=text))
        return None
