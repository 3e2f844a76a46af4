"""The IRIs that the project mints, pattern by pattern."""

import re
from datetime import date

import pyoxigraph as ox
import pytest

from built import ROOT
from questions_rdf import iris
from questions_rdf.records import (
    Circonscription,
    InfoJO,
    Nature,
    Organisme,
    Personne,
    TypeJO,
    key_of_uid,
    uid_of,
    uid_of_key,
)

MARCH = date(2024, 3, 19)
EXAMPLES = {
    iris.question("QANR5L16QE16353"): "question/QANR5L16QE16353",
    iris.acteur(Personne(16, identifiant="PA335999")): "acteur/PA335999",
    iris.acteur(Personne(16, nom="Delphine Batho", departement="79")): (
        "acteur/nom/16-79-delphine-batho"
    ),
    iris.acteur(Personne(13, nom="Zoé d'Œuvre")): "acteur/nom/13-zoe-d-oeuvre",
    iris.acteur_identifie("PA720614"): "acteur/PA720614",
    iris.mandat("PM797055"): "mandat/PM797055",
    iris.organe("PO838901"): "organe/PO838901",
    iris.groupe(Organisme(16, identifiant="PO800520")): "organe/PO800520",
    iris.groupe(Organisme(16, developpe="Écologiste - NUPES")): "groupe/16-ecologiste-nupes",
    iris.ministere(Organisme(16, identifiant="PO791580")): "organe/PO791580",
    iris.ministere(Organisme(16, abrege="Santé et prévention")): "ministere/sante-et-prevention",
    iris.ministere(Organisme(16, developpe="Ministère de l'intérieur")): "ministere/interieur",
    iris.ministere(Organisme(16, developpe="Ministère des armées")): "ministere/armees",
    iris.ministere(Organisme(16, developpe="Ministère du travail")): "ministere/travail",
    iris.ministere(Organisme(16, developpe="Ministère de la culture")): "ministere/culture",
    iris.partition("form-FormeJSON", "QuestionEcrite", "pageJO"): (
        "qualite/partition/form-formejson-questionecrite-pagejo"
    ),
    iris.mesure("Conformite", "all", "question"): "qualite/mesure/conformite-all-question",
    iris.circonscription(Circonscription("79", 2)): "circonscription/79-02",
    iris.departement("2A"): "departement/2A",
    iris.departement("099"): "departement/099",
    iris.rubrique("retraites : généralités"): "rubrique/retraites-generalites",
    iris.legislature(16): "legislature/16",
    iris.parution(InfoJO(TypeJO.QUESTIONS, MARCH)): "jo/questions-an/2024-03-19",
    iris.parution(InfoJO(TypeJO.DEBATS, MARCH)): "jo/debats-an/2024-03-19",
    iris.parution(InfoJO(TypeJO.LOIS_ET_DECRETS, MARCH)): "jo/lois-decrets/2024-03-19",
    iris.source("a" * 64): "source/sha256-aaaaaaaaaaaaaaaa",
    iris.regle("ran-135-al6-2014"): "regle/ran-135-al6-2014",
    iris.reponse_commune(MARCH, 0xA9002): "reponse-commune/2024-03-19-00000000000a9002",
    iris.groupe_similaire("QANR5L16QE16353"): "groupe-similaire/QANR5L16QE16353",
    iris.RUBRIQUES: "rubriques",
    iris.portefeuille("affaires-etrangeres"): "portefeuille/affaires-etrangeres",
    iris.PORTEFEUILLES: "portefeuilles",
}


@pytest.mark.parametrize(("minted", "expected"), EXAMPLES.items())
def test_iris_are_those_of_the_contract(minted: str | None, expected: str) -> None:
    assert minted == expected


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Écologiste - NUPES", "ecologiste-nupes"),
        ("Cœur, œuvre & ŒUVRE", "coeur-oeuvre-oeuvre"),
        ("  --- ", ""),
        ("n° 5 ; l’État", "n-5-l-etat"),
        ("ﬁn 2ᵉ", "fin-2e"),
    ],
)
def test_slugs_are_ascii_with_single_hyphens(label: str, slug: str) -> None:
    assert iris.slug(label) == slug


def test_what_has_no_letters_has_no_iri() -> None:
    assert iris.rubrique("…") is None
    assert iris.groupe(Organisme(16)) is None
    assert iris.acteur(Personne(16, civilite="M.")) is None


def test_an_issue_needs_edition_and_day() -> None:
    assert iris.parution(InfoJO(None, MARCH)) is None
    assert iris.parution(InfoJO(TypeJO.DEBATS, None)) is None


def test_events_are_named_by_kind_and_day() -> None:
    assert iris.dated("attribution", MARCH) == "attribution-2024-03-19"
    assert iris.dated("attribution", None) == "attribution-sans-date"
    assert iris.numbered("reponse", 1) == "reponse"
    assert iris.numbered("reponse", 2) == "reponse-2"


def test_a_uid_is_built_as_the_assembly_builds_it() -> None:
    assert uid_of(16, Nature.QUESTION_ECRITE, 16353) == "QANR5L16QE16353"
    assert uid_of(17, Nature.QUESTION_ORALE_SANS_DEBAT, 7) == "QANR5L17QOSD7"


@pytest.mark.parametrize("uid", ["QANR5L16QE16353", "QANR5L7QG1", "QANR5L17QOSD999999999"])
def test_a_uid_is_a_number_and_back(uid: str) -> None:
    key = key_of_uid(uid)
    assert key is not None
    assert uid_of_key(key) == uid


def _iri_patterns() -> list[str]:
    """The patterns of the shapes that are about IRIs: they match the end of one."""
    patterns = set()
    for path in sorted((ROOT / "shapes").glob("*.ttl")):
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            literal = quad.object
            about = quad.predicate.value.endswith("shacl#pattern")
            if about and isinstance(literal, ox.Literal) and "/" in literal.value:
                patterns.add(literal.value)
    return sorted(patterns)


def test_the_patterns_of_the_shapes_accept_the_examples() -> None:
    patterns = [re.compile(pattern) for pattern in _iri_patterns()]
    assert len(patterns) >= 8
    for example in EXAMPLES.values():
        iri = iris.DEFAULT_BASE + example
        assert any(pattern.search(iri) for pattern in patterns), iri
    for pattern in patterns:
        accepted = [e for e in EXAMPLES.values() if pattern.search(iris.DEFAULT_BASE + e)]
        elsewhere = (
            iris.page_question(16, "QANR5L16QE16353"),
            "http://www.wikidata.org/entity/Q42",
            iris.texte_legifrance("loi", MARCH, "2024-233"),
        )
        outside = any(pattern.search(address) for address in elsewhere)
        assert accepted or outside or "#" in pattern.pattern, pattern.pattern
