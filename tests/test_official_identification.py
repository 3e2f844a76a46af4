"""Who is who in the official records and in the seeds, by the official reference data."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

import golden
from built import BASE, QP, SEEDS, SHARED
from questions_rdf.build import Options
from questions_rdf.records import Circonscription
from questions_rdf.referentiel import load_annuaire
from questions_rdf.sources import Limits

OPEN_DATA = SHARED / "data" / "opendata"
REFERENCE = OPEN_DATA / "AMO30_acteurs_mandats_organes_historique.json.zip"
TO_THE_GOVERNMENT = OPEN_DATA / "Questions_gouvernement_16.json.zip"
FROM_THE_SITE = SHARED / "data" / "vue-xml" / "14-47351QE.xml"

pytestmark = [
    pytest.mark.skipif(
        not REFERENCE.exists(),
        reason="the reference data is not beside the project (../shared/data)",
    ),
    pytest.mark.xdist_group("official identification"),
]


@cache
def outcome(*paths: Path) -> golden.Outcome:
    return golden.built(*paths, options=Options(Path(), reference=(str(REFERENCE),)))


@cache
def store(*paths: Path) -> ox.Store:
    found = ox.Store()
    found.load(outcome(*paths).turtle, format=ox.RdfFormat.TURTLE)
    return found


def linked(paths: tuple[Path, ...], thing: str, term: str) -> set[str]:
    """What a thing of the data leads to by a term of ours, without the base."""
    quads = store(*paths).quads_for_pattern(
        ox.NamedNode(BASE + thing), ox.NamedNode(QP + term), None
    )
    return {_value(quad).removeprefix(QP).removeprefix(BASE) for quad in quads}


def _value(quad: ox.Quad) -> str:
    assert isinstance(quad.object, (ox.NamedNode, ox.Literal))
    return quad.object.value


@pytest.mark.parametrize(
    ("uid", "acteur", "mandat", "groupe", "circonscription"),
    [
        ("QANR5L16QE16353", "PA335999", "PM797655", "PO800526", "79-02"),
        ("QANR5L17QE2621", "PA719890", "PM842855", "PO845407", "39-01"),
        ("QANR5L17QE13811", "PA840979", "PM842588", "PO845425", "22-03"),
        ("QANR5L17QE13353", "PA794786", "PM843242", "PO845413", "67-02"),
        ("QANR5L16QE13927", "PA817203", "PM817368", "PO800538", "51-02"),
    ],
)
def test_the_authors_of_the_seeds_are_known(
    uid: str, acteur: str, mandat: str, groupe: str, circonscription: str
) -> None:
    question = f"question/{uid}"
    assert linked((SEEDS,), question, "auteur") == {f"acteur/{acteur}"}
    assert linked((SEEDS,), question, "mandat") == {f"mandat/{mandat}"}
    assert linked((SEEDS,), question, "groupe") == {f"organe/{groupe}"}
    assert linked((SEEDS,), question, "groupeALaDate") == {f"organe/{groupe}"}
    assert linked((SEEDS,), question, "circonscription") == {f"circonscription/{circonscription}"}


def test_a_transfer_within_a_government_is_told_from_a_change_of_government() -> None:
    """The page prints no date: both ministries are of the government of that day."""
    event = "question/QANR5L16QE16353#attribution-sans-date-2"
    assert linked((SEEDS,), event, "motif") == {"Transfert"}
    # The same label under two governments, the change months after either was formed.
    assert linked((SEEDS,), "question/QANR5L16QE13927", "ministereInterroge") == {"organe/PO826644"}
    assert linked((SEEDS,), "question/QANR5L16QE13927", "ministereAttributaire") == {
        "organe/PO834740"
    }


def test_every_question_to_the_government_is_identified() -> None:
    found = outcome(TO_THE_GOVERNMENT)
    assert found.manifest.records.published == 1458
    codes = Counter(found.codes)
    assert codes.keys() <= {"groupe-sans-auteur", "ministere-hors-periode", "statut-deduit"}
    assert codes["groupe-sans-auteur"] <= 3
    counts = store(TO_THE_GOVERNMENT).query(
        f"""PREFIX qp: <{QP}>
        SELECT (COUNT(?q) AS ?all) (COUNT(?mandat) AS ?m) (COUNT(?place) AS ?c)
               (SUM(IF(?groupe = ?ofTheDay, 1, 0)) AS ?same) (COUNT(?ofTheDay) AS ?g)
        WHERE {{
          ?q a qp:Question .
          OPTIONAL {{ ?q qp:mandat ?mandat }}
          OPTIONAL {{ ?q qp:circonscription ?place }}
          OPTIONAL {{ ?q qp:groupe ?groupe ; qp:groupeALaDate ?ofTheDay }}
        }}"""
    )
    assert isinstance(counts, ox.QuerySolutions)
    (row,) = counts
    total, mandates, places, same, of_the_day = (int(str(cell.value)) for cell in row if cell)
    assert total == mandates == places == of_the_day == 1458
    assert same >= 1455


def test_no_person_or_organisation_of_the_questions_to_the_government_is_without_a_name() -> None:
    nameless = store(TO_THE_GOVERNMENT).query(
        """PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?thing WHERE {
          { ?thing a foaf:Person FILTER NOT EXISTS { ?thing foaf:familyName ?name } }
          UNION { ?thing a org:Organization FILTER NOT EXISTS { ?thing skos:prefLabel ?label } }
        }"""
    )
    assert isinstance(nameless, ox.QuerySolutions)
    assert not list(nameless)


def test_the_xml_of_the_site_gives_attributions_renewal_table_and_a_finding_on_the_group() -> None:
    paths = (FROM_THE_SITE,)
    question = "question/QANR5L14QE47351"
    second = f"{question}#attribution-2014-04-03"
    assert linked(paths, question, "evenement") >= {
        f"{question}#attribution-2014-01-07",
        second,
        f"{question}#renouvellement-2014-04-15",
    }
    assert linked(paths, second, "motif") == {"Remaniement"}
    assert linked(paths, second, "ministere") == {"organe/PO700737"}
    # Printed is the group of the day of the export, founded in June 2015.
    assert linked(paths, question, "groupe") == {"organe/PO707869"}
    assert linked(paths, question, "groupeALaDate") == {"organe/PO656006"}
    assert "groupe-inexistant" in outcome(*paths).codes
    (text,) = store(*paths).quads_for_pattern(
        ox.NamedNode(f"{BASE}{question}#reponse"), ox.NamedNode("https://schema.org/text"), None
    )
    assert "AMX30B2 DT" in _value(text)
    assert "<t" not in _value(text)


@cache
def _people() -> dict[tuple[int, str, Circonscription | None], set[str]]:
    """Who bears a name at a seat, from the seats themselves."""
    annuaire = load_annuaire([str(REFERENCE)], Limits()).annuaire
    found: dict[tuple[int, str, Circonscription | None], set[str]] = {}
    for seats in annuaire.sieges.values():
        for seat in seats:
            person = annuaire.acteurs[seat.acteur]
            key = (seat.legislature or 0, f"{person.nom} {person.prenom}", seat.circonscription)
            found.setdefault(key, set()).add(seat.acteur)
    return found


def test_every_deputy_since_2007_is_found_by_name_with_the_surname_first_and_seat() -> None:
    """Each name of the reference is printed as the old pages do, and looked for again."""
    from questions_rdf.identification.auteurs import Asked, Auteurs  # noqa: PLC0415

    auteurs = Auteurs(load_annuaire([str(REFERENCE)], Limits()).annuaire)
    missed = [
        (legislature, name, place)
        for (legislature, name, place), people in _people().items()
        if len(people) == 1
        and auteurs.find(Asked(name, legislature, place, None, date.min)).acteur not in people
    ]
    assert len(_people()) > 3000
    assert not missed
