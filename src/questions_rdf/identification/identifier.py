"""A question with the identifiers of the reference, the group of its day, and what did not fit."""

from datetime import date
from typing import NamedTuple

import msgspec

from questions_rdf import catalogue, iris
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Mandat
from questions_rdf.identification.auteurs import Asked, Auteurs
from questions_rdf.identification.groupes import Groupes
from questions_rdf.identification.mandats import appartenances, siege
from questions_rdf.identification.ministeres import Ministeres
from questions_rdf.problems import Code, Origin, Problem
from questions_rdf.records import Attribution, Organisme, Personne, Question
from questions_rdf.reference.legislatures import legislature


class Identified(NamedTuple):
    """A question after identification.

    ``redirections`` are pairs of the IRI that a name had without the reference, and the one it has.
    """

    question: Question
    groupe_a_la_date: Organisme | None = None
    problems: tuple[Problem, ...] = ()
    redirections: tuple[tuple[str, str], ...] = ()


class Identifier:
    """Identifies the people and organisations of questions.

    Args:
        annuaire: the reference data.
        as_of: the day as of which the data speaks: no printed ministry is younger.
    """

    def __init__(self, annuaire: Annuaire, as_of: date) -> None:
        self.annuaire = annuaire
        self.as_of = as_of
        self.auteurs = Auteurs(annuaire)
        self.groupes = Groupes(annuaire)
        self.ministeres = Ministeres(annuaire)

    def identified(self, question: Question, origin: Origin, base: str) -> Identified:
        """``question`` with identifiers wherever one and only one fits.

        Args:
            question: as its source states it.
            origin: where it was read, for the findings.
            base: the data base, for their subject.
        """
        return _Case(self, question, origin, base + iris.question(question.uid)).solved()


class _Case:
    """The identification of one question; collects what there is to say on the way."""

    def __init__(self, tools: Identifier, question: Question, origin: Origin, iri: str) -> None:
        self._tools = tools
        self._stated = question
        self._origin = origin
        self._iri = iri
        self._day = _day(question)
        self._problems: list[Problem] = []
        self._redirections: list[tuple[str, str]] = []

    def solved(self) -> Identified:
        stated = self._stated
        auteur = self._auteur(stated.auteur)
        acteur = auteur.identifiant if auteur else None
        seat = self._siege(acteur)
        groupe = self._groupe(stated.groupe)
        place = stated.circonscription or (seat.circonscription if seat else None)
        question = msgspec.structs.replace(
            stated,
            auteur=auteur,
            mandat=stated.mandat or (seat.identifiant if seat else None),
            groupe=groupe,
            circonscription=place,
            departement=stated.departement or (seat.departement if seat else None),
            ministere_interroge=self._asked(stated.ministere_interroge),
            attribution=tuple(map(self._attribution, stated.attribution)),
        )
        of_the_day = self._groupe_a_la_date(acteur, groupe)
        return Identified(question, of_the_day, tuple(self._problems), tuple(self._redirections))

    # -- The author -------------------------------------------------------------------------------

    def _auteur(self, stated: Personne | None) -> Personne | None:
        if stated is None:
            return None
        if stated.identifiant:
            self._expect(stated.identifiant, self._tools.annuaire.acteurs)
            return stated
        number = stated.legislature
        if not self._tools.auteurs.covers(number):
            self._say(catalogue.LEGISLATURE_HORS_REFERENCE, legislature=number)
            return stated
        found = self._tools.auteurs.find(
            Asked(
                stated.nom or "",
                number,
                self._stated.circonscription,
                stated.departement or self._stated.departement,
                self._day,
            )
        )
        if found.code:
            known = self._tools.annuaire.acteurs.get(found.acteur or "")
            called = f"{known.prenom} {known.nom}" if known else ""
            others = ", ".join(found.others)
            self._say(found.code, nom=stated.nom, connu=called, acteurs=others)
        if found.acteur is None:
            return stated
        solved = msgspec.structs.replace(stated, identifiant=found.acteur)
        self._redirect(iris.acteur(stated), iris.acteur(solved))
        return solved

    def _siege(self, acteur: str | None) -> Mandat | None:
        """The seat of the author; a printed one that is another is remarked upon."""
        annuaire = self._tools.annuaire
        stated = self._stated.mandat
        if stated:
            self._expect(stated, annuaire.mandats)
            seat = annuaire.mandats.get(stated)
        else:
            held = annuaire.sieges.get(acteur or "", ())
            seat = siege(held, self._stated.legislature, self._day)
        place = self._stated.circonscription
        if seat and place and seat.circonscription and seat.circonscription != place:
            self._say(
                catalogue.CIRCONSCRIPTION_DIFFERENTE,
                stated=iris.circonscription(place),
                known=iris.circonscription(seat.circonscription),
            )
        return seat

    # -- The group --------------------------------------------------------------------------------

    def _groupe(self, stated: Organisme | None) -> Organisme | None:
        if stated is None:
            return None
        if stated.identifiant:
            self._expect(stated.identifiant, self._tools.annuaire.organes)
            return stated
        if not self._tools.groupes.covers(stated.legislature):
            return stated
        found = self._tools.groupes.find(stated, self._day)
        if found is None:
            label = stated.developpe or stated.abrege
            self._say(catalogue.GROUPE_NON_IDENTIFIE, label=label, legislature=stated.legislature)
            return stated
        solved = msgspec.structs.replace(stated, identifiant=found)
        self._redirect(iris.groupe(stated), iris.groupe(solved))
        return solved

    def _groupe_a_la_date(self, acteur: str | None, stated: Organisme | None) -> Organisme | None:
        """The group of the author that day; a printed one that is another is remarked upon."""
        if acteur is None or self._day is None:
            return None
        held = appartenances(self._tools.annuaire.appartenances.get(acteur, ()), self._day)
        groups = [groupe for mandat in held for groupe in mandat.organes]
        printed = stated.identifiant if stated else None
        known = self._tools.annuaire.organes.get(printed or "")
        if known is not None and not self._tools.annuaire.existed(known, self._day):
            self._say(catalogue.GROUPE_INEXISTANT, label=known.libelle, day=self._day)
        elif known is not None and known.identifiant not in groups:
            self._say(catalogue.GROUPE_SANS_AUTEUR, label=known.libelle, day=self._day)
        if not groups:
            return None
        of_the_day = printed if printed in groups else groups[-1]
        return Organisme(self._stated.legislature, of_the_day)

    # -- The ministries ---------------------------------------------------------------------------

    def _asked(self, stated: Organisme | None) -> Organisme | None:
        return self._ministere(stated, self._day, self._day)

    def _attribution(self, stated: Attribution) -> Attribution:
        """The ministry of an attribution, among those of its day."""
        day = stated.info_jo.date
        first, last = (day, day) if day else self._period()
        return msgspec.structs.replace(
            stated, ministere=self._ministere(stated.ministere, first, last)
        )

    def _period(self) -> tuple[date | None, date | None]:
        """When the ministry responsible existed: at the end, else some day since the question."""
        ends = [one.info_jo.date for one in self._stated.reponse]
        ends += [one.date or one.info_jo.date for one in self._stated.cloture]
        known = [day for day in ends if day]
        if not known:
            return self._day, self._tools.as_of
        end = _clipped(max(known), self._stated.legislature)
        return end, end

    def _ministere(
        self, stated: Organisme | None, first: date | None, last: date | None
    ) -> Organisme | None:
        if stated is None:
            return None
        if stated.identifiant:
            self._expect(stated.identifiant, self._tools.annuaire.organes)
            self._expect_existence(stated.identifiant, first)
            return stated
        if first is None or last is None:
            return stated
        found = self._tools.ministeres.find(stated, first, last)
        if len(found) != 1:
            code = catalogue.MINISTERE_AMBIGU if found else catalogue.MINISTERE_NON_IDENTIFIE
            label = stated.abrege or stated.developpe
            self._say(code, label=label, organes=", ".join(found))
            return stated
        solved = msgspec.structs.replace(stated, identifiant=found[0])
        self._redirect(iris.ministere(stated), iris.ministere(solved))
        return solved

    # -- What there is to say ---------------------------------------------------------------------

    def _expect(self, identifiant: str, known: object) -> None:
        if identifiant not in known:  # type: ignore[operator]
            self._say(catalogue.IDENTIFIANT_HORS_REFERENCE, identifiant=identifiant)

    def _expect_existence(self, identifiant: str, day: date | None) -> None:
        organe = self._tools.annuaire.organes.get(identifiant)
        if organe and day and not self._tools.annuaire.existed(organe, day):
            self._say(
                catalogue.MINISTERE_HORS_PERIODE,
                organe=identifiant,
                label=organe.abrege or organe.libelle,
                first=organe.debut or "…",
                last=self._tools.annuaire.fin_effective(organe) or "…",
            )

    def _say(self, code: Code, **values: object) -> None:
        problem = code.at(self._origin, self._iri, **values)
        if problem not in self._problems:
            self._problems.append(problem)

    def _redirect(self, provisional: str | None, resolved: str | None) -> None:
        if provisional and resolved:
            self._redirections.append((provisional, resolved))


def _day(question: Question) -> date | None:
    """The day of the question: of the sitting, else of its publication.

    The last ones of a legislature are printed when it is over, and its groups with it.
    """
    day = question.date_seance or question.info_jo.date
    return _clipped(day, question.legislature) if day else None


def _clipped(day: date, number: int) -> date:
    last = legislature(number).fin
    return min(day, last) if last else day
