"""The table of portfolios: every ministry exists, is of full rank, and says so in its label."""

import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import pytest

from built import ROOT, SHARED
from questions_rdf.reference._resources import QP, last_part, resources
from questions_rdf.reference.portefeuilles import portefeuilles, portefeuilles_of

ARCHIVE = SHARED / "data/opendata/AMO30_acteurs_mandats_organes_historique.json.zip"
needs_reference = pytest.mark.skipif(
    not ARCHIVE.is_file(),
    reason="the Assembly's reference data is not beside the project (../shared/data)",
)

# What the label of a ministry has to say.
WORDS = {
    "affaires-etrangeres": "affaires étrangères",
    "agriculture": "agriculture",
    "collectivites-territoriales": "collectivités territoriales",
    "comptes-publics": "comptes publics",
    "culture": r"\bculture",
    "defense": "défense|armées",
    "ecologie": "écologi|environnement",
    "economie": r"\béconomie\b",
    "education-nationale": "éducation nationale",
    "enseignement-superieur": "enseignement supérieur",
    "finances": "finances",
    "fonction-publique": "fonctions? publiques?",
    "interieur": "intérieur",
    "jeunesse": "jeunesse",
    "justice": "justice",
    "logement": "logement",
    "outre-mer": "outre-mer",
    "premier-ministre": "^premi(er|ère) ministre$",
    "sante": "santé",
    "sports": r"\bsports",
    "transports": "transports",
    "travail": "travail",
    "ville": r"\bville\b",
}
LOWER_RANK = re.compile(r"auprès|délégué|^(secrét|haut-commissa|min\w+ chargé)")
# The label has the words, but the body is no ministry of full rank.
NOT_OF_FULL_RANK = {
    "PO730004",  # "Mme la ministre auprès du ministre d'État", by its short label
    "PO766969",  # the haut-commissaire aux retraites
}


class Ministere(NamedTuple):
    """A ministry as the reference states it."""

    identifiant: str
    gouvernement: str
    libelle: str
    debut: date
    fin: date

    def has_charge_of(self, portfolio: str) -> bool:
        """Whether its label says so."""
        return bool(re.search(WORDS[portfolio], self.libelle))

    @property
    def of_full_rank(self) -> bool:
        """Whether it is no minister delegate's, no secretary of State's."""
        return not LOWER_RANK.search(self.libelle) and self.identifiant not in NOT_OF_FULL_RANK


@cache
def ministeres() -> dict[str, Ministere]:
    found = {}
    with zipfile.ZipFile(ARCHIVE) as archive:
        for name in archive.namelist():
            if "/organe/" in name and name.endswith(".json"):
                organe = json.loads(archive.read(name))["organe"]
                if organe["codeType"] == "MINISTERE":
                    found[organe["uid"]] = _ministere(organe)
    return found


def _ministere(organe: dict[str, Any]) -> Ministere:
    days = organe["viMoDe"]
    return Ministere(
        organe["uid"],
        organe["organeParent"],
        " ".join(organe["libelle"].replace("’", "'").split()).lower(),
        date.fromisoformat(days["dateDebut"] or "0001-01-01"),
        date.fromisoformat(days["dateFin"] or "9999-12-31"),
    )


@cache
def members() -> dict[str, list[str]]:
    """Portfolio → identifiers of its ministries."""
    found: dict[str, list[str]] = defaultdict(list)
    for iri, stated in resources("portefeuilles.ttl").items():
        for portfolio in stated.get(f"{QP}portefeuille", ()):
            found[last_part(portfolio)].append(last_part(iri))
    return found


def test_each_portfolio_has_a_name_and_ministries() -> None:
    assert portefeuilles().keys() == members().keys() == WORDS.keys()
    assert all(one.libelle and one.nom == nom for nom, one in portefeuilles().items())
    assert sum(map(len, members().values())) > 300


def test_a_ministry_is_looked_up_by_identifier() -> None:
    assert portefeuilles_of("PO801854") == ("interieur", "outre-mer")
    assert portefeuilles_of("PO0") == ()


@pytest.mark.parametrize("portfolio", sorted(WORDS))
def test_no_ministry_stands_twice_in_a_portfolio(portfolio: str) -> None:
    assert len(set(members()[portfolio])) == len(members()[portfolio])


@needs_reference
@pytest.mark.parametrize("portfolio", sorted(WORDS))
def test_the_ministries_are_exactly_those_of_full_rank_whose_label_says_so(portfolio: str) -> None:
    expected = {
        one.identifiant
        for one in ministeres().values()
        if one.of_full_rank and one.has_charge_of(portfolio)
    }
    assert set(members()[portfolio]) == expected


def _in_turn(portfolio: str) -> Iterator[list[Ministere]]:
    """The ministries of a portfolio, by Government and in the order of time."""
    by_government = defaultdict(list)
    for identifiant in members()[portfolio]:
        ministere = ministeres()[identifiant]
        by_government[ministere.gouvernement].append(ministere)
    for several in by_government.values():
        yield sorted(several, key=lambda one: one.debut)


@needs_reference
@pytest.mark.parametrize("portfolio", sorted(WORDS))
def test_a_government_has_one_ministry_at_a_time_for_a_portfolio(portfolio: str) -> None:
    """The day on which one minister follows another may belong to both."""
    for several in _in_turn(portfolio):
        for earlier, later in pairwise(several):
            assert earlier.fin <= later.debut, (earlier, later)


@needs_reference
@pytest.mark.parametrize("portfolio", ["interieur", "justice", "sante", "culture", "defense"])
def test_every_government_that_the_reference_knows_has_the_great_portfolios(portfolio: str) -> None:
    governments = {one.gouvernement for one in ministeres().values() if one.debut.year > 2006}
    assert {one.gouvernement for several in _in_turn(portfolio) for one in several} == governments


@needs_reference
def test_the_comments_of_the_table_print_the_labels() -> None:
    """They are what a person checks the table by."""
    text = (ROOT / "ontology" / "portefeuilles.ttl").read_text(encoding="utf-8")
    for identifiant in {one for several in members().values() for one in several}:
        comment = re.search(rf"((?:^# .*\n)+)<organe/{identifiant}> ", text, re.MULTILINE)
        assert comment, identifiant
        said = " ".join(line[2:] for line in comment[1].splitlines()).lower()
        assert said.startswith(f"{ministeres()[identifiant].libelle}, "), identifiant
