"""The five seed documents: every fact of theirs, under the terms of the contract."""

import pyoxigraph as ox
import pytest

from built import BASE, QP, seeds
from questions_rdf.prefixes import expanded

EXPECTED: dict[str, dict[str, str | None]] = {
    "question/QANR5L16QE16353": {
        "dcterms:identifier": "QANR5L16QE16353",
        "qp:numero": "16353",
        "qp:legislature": f"{BASE}legislature/16",
        "dcterms:title": "Situation des infirmières Asalée",
        "qp:rubrique": f"{BASE}rubrique/professions-de-sante",
        "qp:auteur": f"{BASE}acteur/nom/16-79-delphine-batho",
        "qp:groupe": f"{BASE}groupe/16-ecologiste-nupes",
        "qp:circonscription": f"{BASE}circonscription/79-02",
        "qp:departement": f"{BASE}departement/79",
        "qp:ministereInterroge": f"{BASE}ministere/travail-sante-et-solidarites",
        "qp:ministereAttributaire": f"{BASE}ministere/sante-et-prevention",
        "qp:datePublication": "2024-03-19",
        "qp:pageJO": "2065",
        "qp:publieDans": f"{BASE}jo/questions-an/2024-03-19",
        "qp:echeance": "2024-05-19",
        "qp:regle": f"{BASE}regle/ran-135-al6-2014",
        "qp:statut": f"{QP}Caduque",
        "qp:chambre": f"{QP}AssembleeNationale",
        "foaf:page": "https://www.assemblee-nationale.fr/dyn/16/questions/QANR5L16QE16353",
    },
    "question/QANR5L16QE16353#cloture-2024-06-11": {
        "qp:date": "2024-06-11",
        "qp:motifCloture": "Fin de mandat",
        "qp:mention": "Question retirée",
    },
    "question/QANR5L16QE16353#attribution-sans-date": {
        "qp:rang": "1",
        "qp:ministere": f"{BASE}ministere/travail-sante-et-solidarites",
        "qp:date": None,
    },
    "question/QANR5L16QE16353#attribution-sans-date-2": {
        "qp:rang": "2",
        "qp:ministere": f"{BASE}ministere/sante-et-prevention",
        "qp:date": None,
        "qp:motif": None,
    },
    "question/QANR5L17QE2621": {
        "qp:circonscription": f"{BASE}circonscription/39-01",
        "qp:groupe": f"{BASE}groupe/17-ensemble-pour-la-republique",
        "qp:echeance": "2025-02-03",
        "qp:statut": f"{QP}Repondue",
        "qp:reponse": f"{BASE}question/QANR5L17QE2621#reponse",
        "qp:rubrique": f"{BASE}rubrique/professions-de-sante",
    },
    "question/QANR5L17QE2621#reponse": {
        "qp:repondA": f"{BASE}question/QANR5L17QE2621",
        "qp:datePublication": "2025-04-22",
        "qp:pageJO": "2923",
        "qp:ministere": f"{BASE}ministere/sante-et-acces-aux-soins",
        "qp:delaiJours": "140",
        "qp:retardJours": "78",
        "qp:retardSignalementJours": "54",
    },
    "question/QANR5L17QE2621#signalement-2025-02-17": {
        "qp:date": "2025-02-17",
        "qp:echeance": "2025-02-27",
        "qp:regle": f"{BASE}regle/ran-135-al7-2009",
    },
    "question/QANR5L17QE13811": {
        "qp:statut": f"{QP}EnAttente",
        "qp:echeance": "2026-05-24",
        "qp:circonscription": f"{BASE}circonscription/22-03",
        "qp:reponse": None,
    },
    "question/QANR5L17QE13353": {
        "qp:groupe": f"{BASE}groupe/17-la-france-insoumise-nouveau-front-populaire",
        "qp:echeance": "2026-05-03",
        "qp:statut": f"{QP}Repondue",
    },
    "question/QANR5L17QE13353#reponse": {"qp:delaiJours": "70", "qp:retardJours": "9"},
    "question/QANR5L16QE13927": {
        "dcterms:title": "Financement de l'hébergement des professionnels de santé de "
        "l'association Asalée.",
        "qp:titreConstruit": None,
        "qp:teteAnalyse": "Financement de l'hébergement des professionnels de santé de "
        "l'association Asalée",
        "qp:rubrique": f"{BASE}rubrique/professions-de-sante",
        "qp:groupe": f"{BASE}groupe/16-renaissance",
        "qp:departement": f"{BASE}departement/51",
        "qp:circonscription": None,
        "qp:pageJO": None,
        "qp:datePublication": "2023-12-19",
        "qp:echeance": "2024-02-19",
        "qp:statut": f"{QP}Caduque",
        "qp:statutDeduit": None,
    },
    "question/QANR5L16QE13927#attribution-2024-04-23": {
        "qp:date": "2024-04-23",
        "qp:rang": "2",
        "qp:ministere": f"{BASE}ministere/sante-et-prevention",
    },
    "question/QANR5L16QE13927#signalement-2024-03-19": {
        "qp:date": "2024-03-19",
        "qp:echeance": "2024-03-29",
    },
    "question/QANR5L16QE13927#cloture-2024-06-11": {
        "qp:motifCloture": "Fin de mandat",
        "qp:mention": "Question retirée",
    },
    "acteur/nom/16-79-delphine-batho": {"foaf:name": "Delphine Batho", "foaf:title": "Mme"},
    "groupe/16-ecologiste-nupes": {"skos:prefLabel": "Écologiste - NUPES"},
    "circonscription/39-01": {
        "rdfs:label": "Jura (1re circonscription)",
        "qp:departement": f"{BASE}departement/39",
        "qp:numero": "1",
    },
    "rubrique/professions-de-sante": {
        "skos:prefLabel": "Professions de santé",
        "skos:inScheme": f"{BASE}rubriques",
    },
    "ministere/sante-et-prevention": {"skos:prefLabel": "Santé et prévention"},
    "legislature/16": {"qp:numero": "16", "qp:fin": "2024-06-09"},
    "jo/questions-an/2024-03-19": {"schema:datePublished": "2024-03-19"},
    "regle/ran-135-al6-2014": {"qp:duree": "P2M"},
}


def _store() -> ox.Store:
    out, _ = seeds()
    store = ox.Store()
    store.bulk_load(path=out / "questions.ttl", format=ox.RdfFormat.TURTLE)
    return store


STORE = _store()


def values(iri: str, term: str) -> list[str]:
    pattern = (ox.NamedNode(BASE + iri), ox.NamedNode(expanded(term)), None)
    found = [quad.object for quad in STORE.quads_for_pattern(*pattern)]
    return [term.value for term in found if isinstance(term, (ox.Literal, ox.NamedNode))]


@pytest.mark.parametrize(
    ("iri", "term", "expected"),
    [(iri, term, value) for iri, facts in EXPECTED.items() for term, value in facts.items()],
)
def test_the_seeds_state(iri: str, term: str, expected: str | None) -> None:
    assert values(iri, term) == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("event", "classes"),
    [
        ("QANR5L16QE16353#cloture-2024-06-11", {"Caducite", "Cloture", "Evenement"}),
        (
            "QANR5L16QE13927#attribution-2024-04-23",
            {"ChangementAttribution", "Attribution", "Evenement"},
        ),
        ("QANR5L17QE2621#signalement-2025-02-17", {"Signalement", "Evenement"}),
        ("QANR5L17QE2621#publication-reponse", {"PublicationReponse", "Evenement"}),
    ],
)
def test_events_carry_every_class_of_ours(event: str, classes: set[str]) -> None:
    types = set(values(f"question/{event}", "rdf:type"))
    assert {iri.removeprefix(QP) for iri in types if iri.startswith(QP)} == classes


def test_nothing_goes_wrong_and_nothing_is_lost() -> None:
    _, manifest = seeds()
    assert manifest.records.read == manifest.records.published == 5
    assert manifest.problems.by_code == {}
    assert (manifest.shacl.violations, manifest.shacl.warnings) == (0, 0)


def test_a_sentence_broken_by_a_page_is_one_sentence() -> None:
    (text,) = values("question/QANR5L17QE13353#reponse", "schema:text")
    assert "n'a toujours pas commencé à mettre en œuvre les recommandations" in text
    assert "\n" not in text


def test_emphasis_leaves_its_words() -> None:
    (text,) = values("question/QANR5L17QE13811", "schema:text")
    assert "que le statu quo ne pourra pas" in text
    assert "a fortiori" in text
    assert "*" not in text


def test_two_spellings_of_a_rubrique_are_one_concept() -> None:
    rubriques = {
        value
        for uid in ("16QE16353", "17QE2621", "16QE13927")
        for value in values(f"question/QANR5L{uid}", "qp:rubrique")
    }
    assert rubriques == {f"{BASE}rubrique/professions-de-sante"}


def test_texts_hold_no_decoration() -> None:
    texts = [
        quad.object.value
        for quad in STORE.quads_for_pattern(None, ox.NamedNode("https://schema.org/text"), None)
        if isinstance(quad.object, ox.Literal)
    ]
    assert len(texts) == 7
    for text in texts:
        assert not any(sign in text for sign in ("**", "](", "<", "&gt;", "\t"))
        assert text == text.strip()
