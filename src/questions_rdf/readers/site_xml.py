"""The XML that the site of the Assembly gave for one question (``…/q14/14-47351QE.htm/vue/xml``).

Identifiers come without their letters, dates are ``dd/mm/yyyy``, and what is absent is an empty
element. The group is that of the day of the export, which may not have existed on the day of the
question: it is kept as stated. Left out on purpose: the region (``CODE_REGION``, ``REGION``), which
is that of the day of the export too, and has no place in the data.
"""

from collections.abc import Callable, Iterator
from typing import Any

from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _indexation, _site_facts, _textes, _xml_document
from questions_rdf.readers._parution import parution
from questions_rdf.readers._protocol import Found, Rank
from questions_rdf.readers._question_checks import Identity, identity_problem, withheld
from questions_rdf.readers._raw_object import RawObject
from questions_rdf.records import EDITION, InfoJO, Nature, Question, Texte, uid_of

NAME = "site-xml"
RANK = Rank.SITE_XML


def sniff(head: str) -> bool:
    """XML whose first element is ``QUESTION``, in capital letters."""
    return _xml_document.is_in(_LAYOUT, head)


def read(document: Document) -> Iterator[Found | Problem]:
    """The question of the document; several if somebody put such files one behind the other."""
    return _xml_document.read(document, _LAYOUT)


def _record(fields: dict[str, Any], origin: Origin, path: str) -> Iterator[Found | Problem]:
    problems: list[Problem] = []
    raw = RawObject(fields, origin, path, problems)
    depots = list(raw.children("DEPOT"))
    identity = _identity(raw, depots)
    if (refusal := identity_problem(identity, origin.at_path(path))) is not None:
        yield from problems
        yield refusal
        return
    question = _question(raw, depots, identity)
    yield from problems
    refusal = withheld(question, origin.at_path(path))
    yield refusal or Found(question, origin.at_path(path))


def _identity(raw: RawObject, depots: list[RawObject]) -> Identity:
    """Kind (``TYPE``), legislature, and the number, which stands with the date."""
    identity = Identity()
    identity.state(raw.number("LEGISLATURE"), None, None)
    for depot in depots:
        identity.state(None, None, depot.number("@NUMERO"))
    if nature := (raw.text("@TYPE") or "").strip():
        identity.state_nature(nature)
    return identity


def _question(raw: RawObject, depots: list[RawObject], identity: Identity) -> Question:
    legislature, nature, numero = identity.agreed()
    rubrique, tete_analyse, analyse = _indexed(raw)
    seat = _site_facts.seat(raw)
    auteur, mandat = _site_facts.auteur(raw, legislature, seat.departement)
    info_jo, versions = _published(depots, numero)
    reponse = _textes.reponses(_answers(raw, nature), raw, "REPONSE")
    question = Question(
        uid=uid_of(legislature, nature, numero),
        nature=nature,
        numero=numero,
        legislature=legislature,
        rubrique=rubrique,
        tete_analyse=tete_analyse,
        analyse=analyse,
        versions=versions,
        info_jo=parution(nature, info_jo, reponse),
        auteur=auteur,
        mandat=mandat,
        groupe=_site_facts.groupe(raw, legislature),
        circonscription=seat.circonscription,
        departement=seat.departement,
        ministere_interroge=_site_facts.ministere(raw.child("MINI"), "ID_MINI", legislature),
        attribution=tuple(_site_facts.attributions(raw.child("MINA"), legislature)),
        signalement=tuple(_site_facts.signalements(raw)),
        renouvellement=tuple(_site_facts.renouvellements(raw.child("RENOUVELLEMENT"))),
        erratum=tuple(_site_facts.errata(raw, answered=bool(reponse))),
        cloture=tuple(_site_facts.clotures(raw)),
        reponse=reponse,
    )
    raw.done()
    return question


def _indexed(raw: RawObject) -> tuple[str | None, str | None, tuple[str, ...]]:
    indexation = raw.child("INDEXATION_AN")
    if indexation is None:
        return None, None, ()
    analyses: list[str] = []
    for holder in indexation.children("ANALYSE"):
        analyses.extend(holder.texts("ANA"))
        holder.done()
    rubrique = _indexation.rubrique(indexation, "@RUBRIQUE")
    tete = _indexation.tete_analyse(indexation, "TETE_ANALYSE")
    indexation.done()
    return rubrique, tete, _indexation.analyses(analyses)


def _published(depots: list[RawObject], numero: int) -> tuple[InfoJO, tuple[Texte, ...]]:
    """Where the question was first printed, and its texts: ``DEPOT`` stands once for each."""
    stated = [_site_facts.info_jo(depot) for depot in depots]
    dated = (info for info in stated if info.date)
    first = min(dated, key=lambda info: str(info.date), default=InfoJO())
    textes = []
    for depot, info in zip(depots, stated, strict=True):
        where = info if info.date else first
        textes.append(_textes.version(depot, "TEXTE_DEPOT", _stated(where), numero=numero))
        depot.done()
    return first, tuple(texte for texte in _textes.in_order(textes) if texte.texte)


def _stated(info_jo: InfoJO) -> Callable[[RawObject], InfoJO]:
    return lambda _raw: info_jo


def _answers(raw: RawObject, nature: Nature) -> list[Texte]:
    """The texts of answers, as printed in the edition for this kind of question."""

    def printed(item: RawObject) -> InfoJO:
        return _site_facts.info_jo(item, "_REPONSE", edition=EDITION.get(nature))

    found = []
    for item in raw.children("REPONSE"):
        found.append(_textes.version(item, "TEXTE_REPONSE", printed))
        item.done()
    return _textes.in_order(found)


_LAYOUT = _xml_document.layout(
    "QUESTION", _record, markup=frozenset(("TEXTE_DEPOT", "TEXTE_REPONSE", "TEXTE_ERRATUM"))
)
