"""A question with the identifiers of the reference, the group of its day, and what did not fit."""

from datetime import date
from typing import NamedTuple

import msgspec

from questions_rdf import catalogue, iris
from questions_rdf.agreement import same_organisme
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Mandat
from questions_rdf.identification import jours
from questions_rdf.identification.auteurs import Asked, Auteurs
from questions_rdf.identification.groupes import Groupes
from questions_rdf.identification.mandats import appartenances, fits, siege
from questions_rdf.identification.ministeres import Ministeres
from questions_rdf.problems import Code, Origin, Problem
from questions_rdf.records import Attribution, Organisme, Personne, Question


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
        self._day = jours.day_of(question)
        self._problems: list[Problem] = []
        self._redirections: list[tuple[str, str]] = []

    def solved(self) -> Identified:
        stated = self._stated
        auteur = self._auteur(stated.auteur)
        acteur = auteur.identifiant if auteur else None
        seat = self._siege(acteur)
        groupe = self._groupe(stated.groupe, acteur)
        place = stated.circonscription or (seat.circonscription if seat else None)
        asked = self._asked(stated.ministere_interroge)
        question = msgspec.structs.replace(
            stated,
            auteur=auteur,
            mandat=stated.mandat or (seat.identifiant if seat else None),
            groupe=groupe,
            circonscription=place,
            departement=stated.departement or (seat.departement if seat else None),
            ministere_interroge=asked,
            attribution=tuple(self._attribution(one, asked) for one in stated.attribution),
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
        """The seat of the author; ``None`` where what is printed belongs to another one."""
        seat = self._stated_siege(acteur) if self._stated.mandat else self._held_siege(acteur)
        place, departement = self._stated.circonscription, self._stated.departement
        if seat and seat.circonscription and not fits(seat, place, departement):
            self._say(
                catalogue.CIRCONSCRIPTION_DIFFERENTE,
                stated=iris.circonscription(place)
                if place
                else iris.departement(departement or ""),
                known=iris.circonscription(seat.circonscription),
            )
            return msgspec.structs.replace(seat, circonscription=None, departement=None)
        return seat

    def _held_siege(self, acteur: str | None) -> Mandat | None:
        held = self._tools.annuaire.sieges.get(acteur or "", ())
        return siege(held, self._stated.legislature, self._day)

    def _stated_siege(self, acteur: str | None) -> Mandat | None:
        stated = self._stated.mandat or ""
        self._expect(stated, self._tools.annuaire.mandats)
        seat = self._tools.annuaire.mandats.get(stated)
        if seat and acteur and seat.acteur != acteur:
            self._say(
                catalogue.MANDAT_D_UN_AUTRE, mandat=stated, titulaire=seat.acteur, acteur=acteur
            )
            return None
        return seat

    # -- The group --------------------------------------------------------------------------------

    def _groupe(self, stated: Organisme | None, acteur: str | None) -> Organisme | None:
        if stated is None:
            return None
        if stated.identifiant:
            self._expect(stated.identifiant, self._tools.annuaire.organes)
            return stated
        if not self._tools.groupes.covers(stated.legislature):
            return stated
        found = self._tools.groupes.find(stated, self._day)
        if found is None or not self._may_be_printed(found, acteur):
            label = stated.developpe or stated.abrege
            self._say(catalogue.GROUPE_NON_IDENTIFIE, label=label, legislature=stated.legislature)
            return stated
        solved = msgspec.structs.replace(stated, identifiant=found)
        self._redirect(iris.groupe(stated), iris.groupe(solved))
        return solved

    def _may_be_printed(self, groupe: str, acteur: str | None) -> bool:
        """Whether the source can mean this group, which may be of the day of its export only.

        If the reference knows no group of the author that day, the one printed is another, of the
        same name, that it lacks.
        """
        organe = self._tools.annuaire.organes[groupe]
        if self._day is None or self._tools.annuaire.existed(organe, self._day):
            return True
        held = self._tools.annuaire.appartenances.get(acteur or "", ())
        return bool(appartenances(held, self._day))

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

    def _attribution(self, stated: Attribution, asked: Organisme | None) -> Attribution:
        """The ministry of an attribution, among those of its day.

        Where a source lists the first one too, without a day, that is the ministry asked.
        """
        day = stated.info_jo.date
        is_first = day is None and not stated.changement
        if is_first and same_organisme(stated.ministere, self._stated.ministere_interroge):
            return msgspec.structs.replace(stated, ministere=_with_labels(asked, stated.ministere))
        first, last = (day, day) if day else self._period()
        return msgspec.structs.replace(
            stated, ministere=self._ministere(stated.ministere, first, last)
        )

    def _period(self) -> tuple[date | None, date | None]:
        """When the ministry responsible existed: at the end, else some day since the question."""
        end = jours.end_of(self._stated)
        return (end, end) if end else self._since()

    def _since(self) -> tuple[date | None, date | None]:
        """The days since the question, if the reference knows all ministries of that time."""
        day, as_of = self._day, self._tools.as_of
        known = day is not None and self._tools.annuaire.knows_ministries(day, as_of)
        return (day, as_of) if known else (None, None)

    def _ministere(
        self, stated: Organisme | None, first: date | None, last: date | None
    ) -> Organisme | None:
        if stated is None:
            return None
        if stated.identifiant:
            self._expect(stated.identifiant, self._tools.annuaire.organes)
            self._expect_existence(stated.identifiant, first)
            return stated
        label = stated.abrege or stated.developpe
        if first is None or last is None:
            if self._day is not None:
                self._say(catalogue.MINISTERES_HORS_REFERENCE, label=label)
            return stated
        found = self._tools.ministeres.find(stated, first, last)
        if len(found) != 1:
            code = catalogue.MINISTERE_AMBIGU if found else self._why_unknown(first, last)
            self._say(code, label=label, organes=", ".join(found))
            return stated
        solved = msgspec.structs.replace(stated, identifiant=found[0])
        self._redirect(iris.ministere(stated), iris.ministere(solved))
        return solved

    def _why_unknown(self, first: date, last: date) -> Code:
        known = self._tools.annuaire.knows_ministries(first, last)
        after = first > self._tools.annuaire.dernier_jour_connu
        if known or after:
            return catalogue.MINISTERE_NON_IDENTIFIE
        return catalogue.MINISTERES_HORS_REFERENCE

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
                day=day,
            )

    def _say(self, code: Code, **values: object) -> None:
        problem = code.at(self._origin, self._iri, **values)
        if problem not in self._problems:
            self._problems.append(problem)

    def _redirect(self, provisional: str | None, resolved: str | None) -> None:
        if provisional and resolved:
            self._redirections.append((provisional, resolved))


def _with_labels(solved: Organisme | None, stated: Organisme | None) -> Organisme | None:
    """``stated`` with the identifier that was found for the same body."""
    if solved is None or stated is None:
        return stated
    return msgspec.structs.replace(stated, identifiant=stated.identifiant or solved.identifiant)
