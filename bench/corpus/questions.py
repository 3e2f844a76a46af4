"""One invented question after the other, as the raw objects of the official JSON.

What happens to a question (answered, withdrawn, allocated anew, flagged, put again) is drawn here;
what is wrong with it stands in :mod:`bench.corpus.defects`.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from bench.corpus import words
from bench.corpus.calendar import Calendar
from bench.corpus.chance import Chance
from bench.corpus.texts import Texts

Fields = dict[str, Any]

# Counted over 148 written questions: 53 in 100 have an answer, after so many days (of 65 that get
# one, 12 still wait for it on the last day). The other shares are set so that every kind of event
# occurs: those 148 were gathered without them.
_ANSWERED = 0.65
_DELAY = ((0, 14), (0.25, 77), (0.5, 133), (0.75, 182), (1, 455))
_WITHDRAWN = 0.02
_TRANSFERRED = 0.08
_RESHUFFLED = 0.15
_FLAGGED = 0.06
_RENEWED = 0.08
_RENEWED_TWICE = 0.02
_CORRECTED = 0.005
_WITHOUT_RUBRIQUE = 0.006
_SEVERAL_ANALYSES = 0.03
_ORAL_ANSWERED = 0.85
_DEPUTIES = 577

TYPES = {
    "QE": "QuestionEcrite_Type",
    "QG": "QuestionGouvernement_Type",
    "QOSD": "QuestionOrale_Type",
}
_NAMESPACES = {
    "@xmlns": "http://schemas.assemblee-nationale.fr/referentiel",
    "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_WITH_HEADS = 14  # the last legislature whose records have a tête d'analyse
_WITH_CAPITALS = 15  # its records say ANALYSE.ANA


class Deputy(NamedTuple):
    """Who asks: the name stands in texts only, the record has identifiers."""

    name: str
    auteur: Fields


class Ministry(NamedTuple):
    """Who is asked: how texts speak of the minister, and the record's object."""

    minister: str
    denomination: Fields


class Questions:
    """The questions of one legislature."""

    def __init__(self, legislature: int, seed: int, *, plain: bool = False) -> None:
        self._legislature = legislature
        self.calendar = Calendar(legislature)
        self.chance = Chance(seed)
        self._texts = Texts(self.chance, plain=plain)
        self._plain = plain
        self._deputies = list(_deputies(self.chance))
        self._ministries = [
            _ministry(rank, *labels) for rank, labels in enumerate(words.MINISTERES)
        ]

    def ecrite(self, numero: int, place: float, *, answered: bool | None = None) -> Fields:
        """A written question; ``place`` says when in the legislature, from 0 to 1."""
        calendar = self.calendar
        deputy, ministry = self._actors()
        asked = calendar.publication(place)
        until = self._answered_on(asked, answered=answered)
        end = until or calendar.last
        fields = self._common("QE", numero, deputy, ministry)
        ministries = list(self._attributions(asked, end, ministry))
        fields["minAttribs"] = {"minAttrib": _lone(ministries)}
        fields["textesQuestion"] = {"texteQuestion": self._question(asked, end, deputy, ministry)}
        if until:
            fields["textesReponse"] = {
                "texteReponse": {
                    "infoJO": self.info(until, page=True),
                    "texte": self._texts.reponse(),
                }
            }
        fields["cloture"] = self._cloture(asked, until)
        fields["signalement"] = self._signalement(asked, end)
        fields["renouvellements"] = self._renouvellements(asked, end)
        return fields

    def au_gouvernement(self, numero: int, place: float) -> Fields:
        """A question to the Government: its text stands in the debate, with the answer's."""
        deputy, ministry = self._actors()
        day = self.calendar.publication(place) + self.chance.below(2)
        fields = self._common("QG", numero, deputy, ministry)
        fields["minAttribs"] = {
            "minAttrib": {
                "infoJO": self.info(day, "JO_DEBAT"),
                "denomination": dict(ministry.denomination),
            }
        }
        self._debated(fields, numero, day, deputy, ministry)
        return fields

    def orale(self, numero: int, place: float) -> Fields:
        """An oral question without debate: printed first, answered in a sitting later."""
        deputy, ministry = self._actors()
        asked = self.calendar.publication(place)
        fields = self._common("QOSD", numero, deputy, ministry)
        fields["minAttribs"] = {
            "minAttrib": {"infoJO": self.info(asked), "denomination": dict(ministry.denomination)}
        }
        text = self._texts.question(deputy.name, ministry.minister)
        fields["textesQuestion"] = {
            "texteQuestion": {"infoJO": self.info(asked, page=True), "texte": text}
        }
        if self.chance.happens(_ORAL_ANSWERED):
            self._debated(fields, numero, asked + 7, deputy, ministry)
        else:
            fields["cloture"] = self._cloture(asked, None)
        return fields

    def info(self, day: int, edition: str = "JO_QUESTION", *, page: bool = False) -> Fields:
        """Where the Journal officiel printed something."""
        return {
            "typeJO": edition,
            "dateJO": self.calendar.written(day),
            "pageJO": str(1 + self.chance.below(9000)) if page else None,
            "numJO": self.calendar.issue(day) if edition == "JO_QUESTION" else None,
            "urlLegifrance": None,
            "referenceNOR": None,
        }

    # -- The parts of a record --------------------------------------------------------------------

    def _actors(self) -> tuple[Deputy, Ministry]:
        return self.chance.one_of(self._deputies), self.chance.one_of(self._ministries)

    def _common(self, nature: str, numero: int, deputy: Deputy, ministry: Ministry) -> Fields:
        """What all kinds have, in the order of the records."""
        return {
            **_NAMESPACES,
            "@xsi:type": TYPES[nature],
            "uid": f"QANR5L{self._legislature}{nature}{numero}",
            "identifiant": {
                "numero": str(numero),
                "regime": "5eme Republique",
                "legislature": str(self._legislature),
            },
            "type": nature,
            "indexationAN": self._indexation(),
            "auteur": dict(deputy.auteur),
            "minInt": dict(ministry.denomination),
            "minAttribs": None,
            "textesQuestion": None,
            "textesReponse": None,
            "cloture": None,
            "signalement": None,
            "renouvellements": None,
        }

    def _indexation(self) -> Fields:
        chance = self.chance
        several = chance.happens(_SEVERAL_ANALYSES) and not self._plain
        analyses = [self._texts.matter() for _ in range(2 if several else 1)]
        absent = chance.happens(_WITHOUT_RUBRIQUE) and not self._plain
        rubrique = None if absent else chance.one_of(words.RUBRIQUES)
        head = chance.one_of(words.PUBLICS) if self._legislature <= _WITH_HEADS else None
        found: Fields = {"rubrique": rubrique, "teteAnalyse": head}
        if self._legislature == _WITH_CAPITALS:
            found["ANALYSE"] = {"ANA": _lone(analyses)}
        else:
            found["analyses"] = {"analyse": _lone(analyses)}
        return found

    def _answered_on(self, asked: int, *, answered: bool | None) -> int | None:
        """The Tuesday of the answer, if there is one before the legislature is over."""
        day = asked + self.chance.between(_DELAY) // 7 * 7
        if answered is None:
            answered = self.chance.happens(_ANSWERED) and day <= self.calendar.last
        return min(day, self.calendar.last) if answered else None

    def _attributions(self, asked: int, end: int, ministry: Ministry) -> Iterator[Fields]:
        yield {"infoJO": self.info(asked), "denomination": dict(ministry.denomination)}
        if self.chance.happens(_TRANSFERRED):
            yield self._attribution(self.info(min(asked + 21, end)))
        if self.chance.happens(_RESHUFFLED):
            day = self._between(asked, end)
            number = str(day)
            decree = {
                **self.info(day, "JO_LOI_DECRET"),
                "urlLegifrance": f"https://www.legifrance.gouv.fr/jorf/id/JORFTEXT{number:>012}",
                "referenceNOR": f"PRMX{number[-5:]}00D",
            }
            yield self._attribution(decree)

    def _attribution(self, info_jo: Fields) -> Fields:
        other = self.chance.one_of(self._ministries)
        return {"infoJO": info_jo, "denomination": dict(other.denomination)}

    def _question(self, asked: int, end: int, deputy: Deputy, ministry: Ministry) -> Any:  # noqa: ANN401
        text = self._texts.question(deputy.name, ministry.minister)
        first = {"infoJO": self.info(asked, page=True), "texte": text}
        if self._plain or not self.chance.happens(_CORRECTED):
            return first
        later = self.info(min(asked + 14, end), page=True)
        correction = "Au lieu de : « mesures », lire : « dispositions »."
        corrected = text.replace("mesures", "dispositions")
        return [first, {"infoJO": later, "texte": corrected, "erratum": correction}]

    def _cloture(self, asked: int, answered: int | None) -> Fields | None:
        """Answered, withdrawn, or overtaken by the end of the legislature."""
        if answered:
            return self.cloture(answered, "REP_PUB", "Réponse publiée", self.info(answered))
        if self.chance.happens(_WITHDRAWN):
            day = self._between(asked, self.calendar.last)
            return self.cloture(day, "RETRAIT", "Retrait par son auteur")
        if self.calendar.is_over:
            return self.cloture(self.calendar.last, "FM", "Fin de mandat")
        return None

    def cloture(self, day: int, code: str, label: str, info_jo: Fields | None = None) -> Fields:
        """A closure."""
        return {
            "codeCloture": code,
            "libelleCloture": label,
            "dateCloture": self.calendar.written(day),
            "infoJO": info_jo,
        }

    def _signalement(self, asked: int, end: int) -> Fields | None:
        day = self.calendar.after_two_months(asked)
        if not self.chance.happens(_FLAGGED) or day > end:
            return None
        return {"dateDepotSignal": self.calendar.written(day - 1), "infoJO": self.info(day)}

    def _renouvellements(self, asked: int, end: int) -> Fields | None:
        if not self.chance.happens(_RENEWED):
            return None
        count = 2 if self.chance.happens(_RENEWED_TWICE / _RENEWED) else 1
        days = sorted(self._between(asked, end) for _ in range(count))
        return {"renouvellement": _lone([{"infoJO": self.info(day)} for day in days])}

    def _between(self, first: int, last: int) -> int:
        return first + self.chance.below(last - first + 1)

    def _debated(
        self, fields: Fields, numero: int, day: int, deputy: Deputy, ministry: Ministry
    ) -> None:
        """Answered in a sitting; the page of the debate is that of the closure too."""
        info_jo = self.info(day, "JO_DEBAT", page=True)
        title = self._texts.matter()
        text = self._texts.debat(numero, title, deputy.name, ministry.minister)
        fields["textesReponse"] = {"texteReponse": {"infoJO": info_jo, "texte": text}}
        fields["cloture"] = self.cloture(day, "REP_PUB", "Réponse publiée", dict(info_jo))


def _deputies(chance: Chance) -> Iterator[Deputy]:
    for rank in range(_DEPUTIES):
        names = (words.CIVILITES, words.PRENOMS, words.NOMS)
        group = chance.below(len(words.GROUPES))
        auteur = {
            "identite": {"acteurRef": f"PA{900_001 + rank}", "mandatRef": f"PM{900_001 + rank}"},
            "groupe": {
                "organeRef": f"PO{900_001 + group}",
                "abrege": f"G{group + 1}",
                "developpe": words.GROUPES[group],
            },
        }
        yield Deputy(" ".join(chance.one_of(some) for some in names), auteur)


def _ministry(rank: int, short: str, full: str) -> Ministry:
    label = full.replace("’", "'").replace("\u00a0", " ")
    minister = f"M. le ministre {label.removeprefix('Ministère ')}"
    return Ministry(
        minister, {"organeRef": f"PO{910_001 + rank}", "abrege": short, "developpe": full}
    )


def _lone(items: list[Any]) -> Any:  # noqa: ANN401  (what repeats in XML is a list, or a lone value)
    return items[0] if len(items) == 1 else items
