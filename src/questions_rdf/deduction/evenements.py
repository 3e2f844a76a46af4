"""The events of a question, each with a name that does not depend on the others.

The second event of a kind on one day ends in ``-2``, so that the names of those before it stay when
one is added.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from questions_rdf import iris
from questions_rdf.agreement import same_organisme
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.deduction import delais
from questions_rdf.deduction.motifs import motif
from questions_rdf.deduction.statut import classe_cloture
from questions_rdf.facts import Evenement, Reponse
from questions_rdf.records import Attribution, Erratum, InfoJO, Organisme, Question, Signalement


class _Names:
    """Hands out the IRIs of one kind of event of one question."""

    def __init__(self, question_iri: str, kind: str) -> None:
        self._prefix = f"{question_iri}#"
        self._kind = kind
        self._used: dict[str, int] = {}

    def on(self, day: date | None) -> str:
        name = iris.dated(self._kind, day)
        rank = self._used[name] = self._used.get(name, 0) + 1
        return self._prefix + iris.numbered(name, rank)


def publications(iri: str, question: Question) -> Iterator[Evenement]:
    """The publication of the question, where its date is known."""
    if question.info_jo.date is not None:
        yield Evenement(
            iri=f"{iri}#publication",
            classe="PublicationQuestion",
            date=question.info_jo.date,
            info_jo=question.info_jo,
        )


def publications_reponse(iri: str, reponses: tuple[Reponse, ...]) -> Iterator[Evenement]:
    """The publication of each answer, where its date is known."""
    for rank, reponse in enumerate(reponses, start=1):
        if reponse.info_jo.date is not None:
            yield Evenement(
                iri=f"{iri}#{iris.numbered('publication-reponse', rank)}",
                classe="PublicationReponse",
                date=reponse.info_jo.date,
                info_jo=reponse.info_jo,
            )


def attributions(
    iri: str, question: Question, annuaire: Annuaire | None = None
) -> tuple[Evenement, ...]:
    """The ministries in order: the one asked, then each change by date, the undated last."""
    names = _Names(iri, "attribution")
    ranked = list(_ranked(question))
    return tuple(
        Evenement(
            iri=names.on(attribution.info_jo.date),
            classe="ChangementAttribution" if rank > 1 else "Attribution",
            date=attribution.info_jo.date,
            info_jo=attribution.info_jo,
            ministere=attribution.ministere,
            rang=rank,
            motif=motif(attribution, ranked[rank - 2], annuaire) if rank > 1 else None,
        )
        for rank, attribution in enumerate(ranked, start=1)
    )


def _ranked(question: Question) -> Iterator[Attribution]:
    """The first attribution is to the ministry asked, dated only if the source dates it.

    A source that lists all attributions begins with that one: by date, or undated in first place.
    Where it does not, the question was asked of one ministry and attributed to another.
    """
    asked = question.ministere_interroge
    rest = _by_day(question.attribution)
    first = next((a for a in (*rest[:1], *question.attribution[:1]) if _is_first(a, asked)), None)
    if first is not None:
        rest.remove(first)
        yield first
    elif asked is not None:
        yield Attribution(asked, changement=False)
    yield from rest


def _by_day(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions by their days, the undated last.

    One that the source numbers stays behind the one that it follows.
    """
    keyed, latest = [], date.min
    for one in attributions:
        latest = one.info_jo.date or latest
        placed = one.info_jo.date or one.ordre is not None
        keyed.append((latest if placed else date.max, one))
    return [one for _, one in sorted(keyed, key=lambda pair: pair[0])]


def _is_first(attribution: Attribution, asked: Organisme | None) -> bool:
    if attribution.changement:
        return False
    return asked is None or same_organisme(attribution.ministere, asked)


def signalements(iri: str, question: Question) -> tuple[Evenement, ...]:
    """The signalements, with the ten days that each gives."""
    names = _Names(iri, "signalement")
    return tuple(_signalement(names, stated) for stated in question.signalement)


def _signalement(names: _Names, stated: Signalement) -> Evenement:
    day = delais.day_of_signalement(stated)
    echeance, regle = delais.echeance_signalement(stated)
    return Evenement(
        iri=names.on(day),
        classe="Signalement",
        date=day,
        info_jo=stated.info_jo,
        date_depot=stated.date_depot,
        echeance=echeance,
        regle=regle,
    )


def renouvellements(iri: str, question: Question) -> Iterator[Evenement]:
    """The renewals."""
    names = _Names(iri, "renouvellement")
    for renouvellement in question.renouvellement:
        info_jo = renouvellement.info_jo
        yield Evenement(
            iri=names.on(info_jo.date),
            classe="Renouvellement",
            date=info_jo.date,
            info_jo=info_jo,
        )


def errata(iri: str, question: Question, answers: tuple[Reponse, ...]) -> Iterator[Evenement]:
    """The corrections: those that came with a new version of a text, then those only announced."""
    names = _Names(iri, "erratum")
    for corrected, text, info_jo in _corrections(iri, question, answers):
        yield Evenement(
            iri=names.on(info_jo.date),
            classe="Erratum",
            date=info_jo.date,
            info_jo=info_jo,
            corrige=corrected,
            texte=text,
        )


def _corrections(
    iri: str, question: Question, answers: tuple[Reponse, ...]
) -> Iterator[tuple[str, str | None, InfoJO]]:
    for version in question.versions:
        if version.erratum:
            yield iri, version.erratum, version.info_jo
    for answer, facts in zip(question.reponse, answers, strict=True):
        for version in answer.versions:
            if version.erratum:
                yield facts.iri, version.erratum, version.info_jo
    for erratum in question.erratum:
        corrected = _corrected(answers, erratum).iri if erratum.corrige_reponse else iri
        yield corrected, erratum.texte, erratum.info_jo


def _corrected(answers: Sequence[Reponse], erratum: Erratum) -> Reponse:
    """The last answer that was published by the day of its erratum; else the first."""
    day = erratum.info_jo.date or date.min
    before = [answer for answer in answers if (answer.info_jo.date or date.max) <= day]
    return max(before, key=_published, default=answers[0])


def _published(answer: Reponse) -> date:
    return answer.info_jo.date or date.min


def clotures(iri: str, question: Question) -> Iterator[Evenement]:
    """The closures."""
    names = _Names(iri, "cloture")
    for cloture in question.cloture:
        day = cloture.date or cloture.info_jo.date
        yield Evenement(
            iri=names.on(day),
            classe=classe_cloture(cloture),
            date=day,
            info_jo=cloture.info_jo,
            code_cloture=cloture.code_cloture,
            motif_cloture=cloture.motif_cloture,
            mention=cloture.mention,
        )
