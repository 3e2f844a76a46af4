"""What the ontology files promise: terms explained twice, foreign terms that exist, coherent data.

One file, although long: every promise reads the same six files with the same few helpers.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib import namespace as bundled
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SH, SKOS, VANN

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY = sorted((ROOT / "ontology").glob("*.ttl"))
SHAPES = sorted((ROOT / "shapes").glob("*.ttl"))
VOCABULARIES = sorted((ROOT / "tests" / "vocabularies").glob("*.txt"))

BASE = Namespace("https://w3id.org/questions-parlementaires/")
QP = Namespace("https://w3id.org/questions-parlementaires/def#")
IGEO = Namespace("http://rdf.insee.fr/def/geo#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
SDO = Namespace(
    "https://schema.org/"
)  # rdflib's own DCAT, SDO and XSD warn when pytest looks at them
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
DEFINITION = URIRef(BASE + "def")

BUNDLED_PREFIXES = [
    "dcat",
    "dcterms",
    "foaf",
    "org",
    "owl",
    "prov",
    "rdf",
    "rdfs",
    "sdo",
    "sh",
    "skos",
    "time",
    "vann",
    "void",
    "xsd",
]
BUNDLED: dict[str, Container[str]] = {
    str(terms): terms  # rdflib knows the terms of these
    for terms in (getattr(bundled, prefix.upper()) for prefix in BUNDLED_PREFIXES)
}
ALIGNMENTS_ONLY = {"pqa", "ocd"}
PREFIX_LINE = re.compile(r"^\s*(?:@prefix|PREFIX)\s+([\w-]*):\s*<([^>]*)>", re.MULTILINE)
LISTS = {
    "Statuts": ("Statut", {"EnAttente", "Repondue", "Retiree", "Caduque", "Cloturee"}),
    "Motifs": ("Motif", {"Remaniement", "Transfert"}),
    "Methodes": ("Methode", {"TexteIdentique", "TextesVoisins"}),
    "Chambres": ("Chambre", {"AssembleeNationale", "Senat"}),
    "GenresCitation": (
        "GenreCitation",
        {
            "RappelExpres",
            "RenouvellementDesTermes",
            "RenvoiAUneReponse",
            "TexteCommun",
            "MentionDeQuestion",
            "Loi",
            "LoiOrganique",
            "LoiConstitutionnelle",
            "Ordonnance",
            "Decret",
            "Arrete",
            "ArticleDeCode",
            "ArticleDeLaConstitution",
            "ActeEuropeen",
        },
    ),
}


def load(*names: str) -> Graph:
    """Read files of ontology/ into one graph."""
    graph = Graph()
    for name in names:
        graph.parse(ROOT / "ontology" / name, format="turtle")
    return graph


QP_TTL = load("qp.ttl")
CLASSES = sorted(
    c for c in QP_TTL.subjects(RDF.type, OWL.Class) if isinstance(c, URIRef) and c.startswith(QP)
)
PROPERTIES = sorted(
    p
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
    for p in QP_TTL.subjects(RDF.type, kind)
    if isinstance(p, URIRef) and p.startswith(QP)
)


def local(term: Node) -> str:
    """Name a term by what follows its namespace."""
    return re.split(r"[#/]", str(term))[-1]


def prefixes(path: Path) -> dict[str, str]:
    """Read the prefix lines of a Turtle file."""
    return dict(PREFIX_LINE.findall(path.read_text(encoding="utf-8")))


def texts(graph: Graph, subject: Node, predicate: URIRef) -> dict[str | None, str]:
    """Give the one text per language that a subject has; two in one language are a fault."""
    values = [o for o in graph.objects(subject, predicate) if isinstance(o, Literal)]
    by_language = {o.language: str(o).strip() for o in values}
    assert len(by_language) == len(values), f"{subject} {predicate} twice in one language"
    return by_language


def assert_french_and_english(graph: Graph, subject: Node, predicate: URIRef) -> None:
    found = texts(graph, subject, predicate)
    assert set(found) == {"fr", "en"}, f"{subject} {predicate}: {sorted(map(str, found))}"
    assert all(found.values()), f"{subject} {predicate} is empty"


def day(graph: Graph, subject: Node, predicate: URIRef) -> date | None:
    """Read a calendar fact; anything but one xsd:date is a fault."""
    values = list(graph.objects(subject, predicate))
    assert len(values) <= 1, f"{subject} {predicate} has several values"
    if not values:
        return None
    (value,) = values
    assert isinstance(value, Literal)
    assert value.datatype == XSD.date, f"{value!r} is no xsd:date"
    return date.fromisoformat(str(value))


def slug(label: str) -> str:
    """Fold a label as the project's IRIs do, so that spellings that meet are seen to meet."""
    bare = unicodedata.normalize("NFKD", label.replace("œ", "oe").replace("Œ", "oe"))
    ascii_only = bare.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


# ---- The files ----


def test_the_expected_files_are_there() -> None:
    expected = {"qp", "lists", "regles", "legislatures", "departements", "alignments"}
    expected |= {"telechargements", "qualite", "termes-repris"}
    assert expected <= {path.stem for path in ONTOLOGY}
    assert len(SHAPES) >= 1
    assert len(VOCABULARIES) >= 6


@pytest.mark.parametrize("path", ONTOLOGY, ids=lambda path: path.name)
def test_a_strict_parser_reads_each_file(path: Path) -> None:
    strict = list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    assert len(strict) == len(Graph().parse(path, format="turtle"))


@pytest.mark.parametrize("path", ONTOLOGY, ids=lambda path: path.name)
def test_files_are_utf8_with_unix_line_ends_and_no_tab(path: Path) -> None:
    content = path.read_bytes()
    assert b"\r" not in content
    assert b"\t" not in content
    assert content.decode("utf-8").endswith("\n")


@pytest.mark.parametrize("path", [*ONTOLOGY, *SHAPES], ids=lambda path: path.name)
def test_qp_ttl_holds_the_only_list_of_prefixes(path: Path) -> None:
    house = prefixes(ROOT / "ontology" / "qp.ttl")
    own = prefixes(path)
    if path.name == "alignments.ttl":
        own = {prefix: iri for prefix, iri in own.items() if prefix not in ALIGNMENTS_ONLY}
    assert own, "no prefix read"
    assert own.items() <= house.items()


def test_the_namespaces_are_the_contract_s() -> None:
    house = prefixes(ROOT / "ontology" / "qp.ttl")
    assert house["qp"] == str(QP)
    assert house["qps"] == BASE + "shapes#"
    assert house["schema"] == "https://schema.org/"
    assert house["igeo"] == str(IGEO)
    assert house["eli"] == "http://data.europa.eu/eli/ontology#"
    assert house["eli-dl"] == "http://data.europa.eu/eli/eli-draft-legislation-ontology#"
    assert len(set(house.values())) == len(house), "two prefixes for one namespace"


# ---- The ontology ----


def test_the_header_names_the_ontology_its_version_and_its_licence() -> None:
    assert (DEFINITION, RDF.type, OWL.Ontology) in QP_TTL
    assert QP_TTL.value(DEFINITION, OWL.versionIRI) == URIRef(BASE + "def/1.0.0")
    assert str(QP_TTL.value(DEFINITION, OWL.versionInfo)) == "1.0.0"
    assert isinstance(QP_TTL.value(DEFINITION, DCTERMS.license), URIRef)
    assert str(QP_TTL.value(DEFINITION, VANN.preferredNamespacePrefix)) == "qp"
    assert str(QP_TTL.value(DEFINITION, VANN.preferredNamespaceUri)) == str(QP)
    assert_french_and_english(QP_TTL, DEFINITION, DCTERMS.title)
    assert_french_and_english(QP_TTL, DEFINITION, DCTERMS.description)


def test_everything_in_the_namespace_is_a_class_or_a_property() -> None:
    described = {s for s in QP_TTL.subjects() if str(s).startswith(QP)}
    assert described == {*CLASSES, *PROPERTIES}
    assert not set(CLASSES) & set(PROPERTIES)
    assert len(CLASSES) >= 20
    assert len(PROPERTIES) >= 40


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=local)
def test_each_term_is_explained_in_french_and_english(term: URIRef) -> None:
    assert_french_and_english(QP_TTL, term, RDFS.label)
    assert_french_and_english(QP_TTL, term, SKOS.definition)
    for definition in texts(QP_TTL, term, SKOS.definition).values():
        assert definition.endswith("."), f"{term}: a definition is a sentence"
    assert list(QP_TTL.objects(term, RDFS.isDefinedBy)) == [DEFINITION]


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=local)
def test_each_term_has_a_standard_super_term_or_a_written_reason(term: URIRef) -> None:
    parent = RDFS.subClassOf if term in CLASSES else RDFS.subPropertyOf
    ancestors = set(QP_TTL.transitive_objects(term, parent)) - {term}
    if any(not str(ancestor).startswith(QP) for ancestor in ancestors):
        return
    assert_french_and_english(QP_TTL, term, SKOS.editorialNote)


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=local)
def test_no_own_term_names_a_super_term_that_the_ontology_lacks(term: URIRef) -> None:
    for parent in (RDFS.subClassOf, RDFS.subPropertyOf):
        for ancestor in QP_TTL.objects(term, parent):
            assert not str(ancestor).startswith(QP) or ancestor in {*CLASSES, *PROPERTIES}


@pytest.mark.parametrize("term", PROPERTIES, ids=local)
def test_each_property_says_what_it_links(term: URIRef) -> None:
    for one, several in (
        (RDFS.domain, SDO.domainIncludes),
        (RDFS.range, SDO.rangeIncludes),
    ):
        single, many = list(QP_TTL.objects(term, one)), list(QP_TTL.objects(term, several))
        assert (len(single) == 1) != (len(many) >= 2), f"{term}: {one} {single}, {several} {many}"


@pytest.mark.parametrize("term", PROPERTIES, ids=local)
def test_the_kind_of_a_property_follows_from_its_range(term: URIRef) -> None:
    ranges = [*QP_TTL.objects(term, RDFS.range), *QP_TTL.objects(term, SDO.rangeIncludes)]
    literal = [str(r).startswith(str(XSD)) or r in {RDF.langString, RDF.HTML} for r in ranges]
    is_data = (term, RDF.type, OWL.DatatypeProperty) in QP_TTL
    assert is_data != ((term, RDF.type, OWL.ObjectProperty) in QP_TTL)
    assert literal == [is_data] * len(ranges)


def test_the_hierarchy_is_the_contract_s() -> None:
    for child, parents in {
        QP.Question: {SDO.Question},
        QP.QuestionEcrite: {QP.Question},
        QP.QuestionAuGouvernement: {QP.Question},
        QP.QuestionOraleSansDebat: {QP.Question},
        QP.Reponse: {SDO.Answer},
        QP.Evenement: {PROV.Activity},
        QP.ChangementAttribution: {QP.Attribution},
        QP.Retrait: {QP.Cloture},
        QP.Caducite: {QP.Cloture},
    }.items():
        assert parents <= set(QP_TTL.objects(child, RDFS.subClassOf)), child
    for child, parents in {
        QP.rubrique: {DCTERMS.subject},
        QP.auteur: {DCTERMS.creator, SDO.author},
        QP.datePublication: {DCTERMS.issued},
    }.items():
        assert parents <= set(QP_TTL.objects(child, RDFS.subPropertyOf)), child
    events = set(QP_TTL.transitive_subjects(RDFS.subClassOf, QP.Evenement)) - {QP.Evenement}
    assert len(events) == 10


def test_answer_and_question_are_inverse_of_each_other() -> None:
    assert QP_TTL.value(QP.reponse, OWL.inverseOf) == QP.repondA
    assert QP_TTL.value(QP.repondA, OWL.inverseOf) == QP.reponse
    assert QP_TTL.value(QP.reponse, RDFS.domain) == QP_TTL.value(QP.repondA, RDFS.range)
    assert QP_TTL.value(QP.reponse, RDFS.range) == QP_TTL.value(QP.repondA, RDFS.domain)


def test_no_term_inherits_a_domain_that_a_question_does_not_meet() -> None:
    eli = "http://data.europa.eu/eli/ontology#"
    banned = {URIRef(eli + n) for n in ("title", "language", "published_in", "responsibility_of")}
    banned |= {DCTERMS.spatial, DCTERMS.temporal, PROV.startedAtTime}
    assert not banned & set(QP_TTL.objects(None, RDFS.subPropertyOf))


# ---- Terms of others ----


def written_terms() -> Iterator[tuple[str, str]]:
    """Yield (file, IRI) for every IRI of the ontology and shapes files, SPARQL texts included."""
    for path in (*ONTOLOGY, *SHAPES):
        names = prefixes(ROOT / "ontology" / "qp.ttl") | prefixes(path)
        for triple in Graph().parse(path, format="turtle"):
            for node in triple:
                if isinstance(node, URIRef):
                    yield path.name, str(node)
                elif isinstance(node, Literal) and node.datatype is not None:
                    yield path.name, str(node.datatype)
            if triple[1] in {SH.select, SH.ask}:
                text = re.sub(
                    r'"[^"]*"|\'[^\']*\'|#[^\n>]*$', "", str(triple[2]), flags=re.MULTILINE
                )
                for prefix, name in re.findall(r"(?<![\w<:/-])([a-z][\w-]*):([A-Za-z]\w*)", text):
                    assert prefix in names, f"{path.name}: unknown prefix {prefix} in SPARQL"
                    yield path.name, names[prefix] + name


def hand_written_lists() -> dict[str, set[str]]:
    """Read tests/vocabularies: each file says its namespace, its source and the day."""
    lists: dict[str, set[str]] = {}
    for path in VOCABULARIES:
        lines = path.read_text(encoding="utf-8").splitlines()
        head = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
        assert head.keys() == {"vocabulary", "source", "consulted"}, path.name
        date.fromisoformat(head["consulted"])
        names = [line for line in lines if line and not line.startswith("#")]
        assert len(names) == len(set(names)), f"{path.name}: a name twice"
        lists[head["vocabulary"]] = set(names)
    return lists


def test_every_foreign_term_exists_in_its_vocabulary() -> None:
    known: dict[str, Container[str]] = {**BUNDLED, **hand_written_lists()}
    by_length = sorted(known, key=len, reverse=True)
    unknown, checked = set(), 0
    for file, iri in written_terms():
        namespace = next((n for n in by_length if iri.startswith(n)), None)
        if namespace is None or iri == namespace:
            continue
        checked += 1
        if iri.removeprefix(namespace) not in known[namespace]:
            unknown.add((file, iri))
    assert not unknown
    assert checked > 1000


def test_every_namespace_of_the_house_has_a_list_of_its_terms() -> None:
    house = set(prefixes(ROOT / "ontology" / "qp.ttl").values())
    house |= set(prefixes(ROOT / "ontology" / "alignments.ttl").values())
    own = {str(QP), BASE + "shapes#"}
    assert house - own == BUNDLED.keys() | hand_written_lists().keys()


@pytest.mark.parametrize("path", [*ONTOLOGY, *SHAPES], ids=lambda path: path.name)
def test_predicates_and_types_come_from_the_house_s_vocabularies(path: Path) -> None:
    house = tuple(prefixes(ROOT / "ontology" / "qp.ttl").values())
    for _, predicate, value in Graph().parse(path, format="turtle"):
        assert str(predicate).startswith(house)
        assert predicate != RDF.type or str(value).startswith(house)


def test_every_own_term_written_anywhere_is_defined() -> None:
    defined = {
        str(s)
        for s in load("qp.ttl", "lists.ttl", "qualite.ttl").subjects()
        if isinstance(s, URIRef)
    }
    used = {(file, iri) for file, iri in written_terms() if iri.startswith(QP)}
    assert {iri for _, iri in used if iri not in defined} == set()
    assert len(used) > 100


def test_alignments_point_outwards_and_explain_themselves() -> None:
    graph = load("alignments.ttl")
    links = set(graph.subject_objects(RDFS.seeAlso))
    axioms = list(graph.subjects(RDF.type, OWL.Axiom))
    assert len(links) >= 10
    explained = set()
    for axiom in axioms:
        assert graph.value(axiom, OWL.annotatedProperty) == RDFS.seeAlso
        assert_french_and_english(graph, axiom, RDFS.comment)
        source = graph.value(axiom, OWL.annotatedSource)
        explained.add((source, graph.value(axiom, OWL.annotatedTarget)))
    assert explained == links
    assert len(axioms) == len(links)
    for own, foreign in links:
        assert own in {*CLASSES, *PROPERTIES}
        assert str(foreign).startswith(tuple(hand_written_lists()))
        assert (own in CLASSES) == (
            local(foreign)[0].isupper() or local(foreign) in {"aic", "rispostaAIC", "legislatura"}
        )


# ---- The controlled lists ----


@pytest.mark.parametrize("scheme", LISTS)
def test_each_list_holds_the_contract_s_values(scheme: str) -> None:
    graph = load("lists.ttl")
    kind, values = LISTS[scheme]
    expected = {QP[value] for value in values}
    assert (QP[scheme], RDF.type, SKOS.ConceptScheme) in graph
    assert set(graph.subjects(RDF.type, QP[kind])) == expected
    assert set(graph.subjects(SKOS.inScheme, QP[scheme])) == expected
    assert set(graph.subjects(SKOS.topConceptOf, QP[scheme])) == expected
    assert set(graph.objects(QP[scheme], SKOS.hasTopConcept)) == expected
    assert QP_TTL.value(QP[kind], RDFS.subClassOf) == SKOS.Concept


def test_nothing_else_stands_in_the_lists() -> None:
    graph = load("lists.ttl")
    expected = {QP[scheme] for scheme in LISTS}
    expected |= {QP[value] for _, values in LISTS.values() for value in values}
    assert set(graph.subjects()) == expected
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == expected - {QP[s] for s in LISTS}
    for term in expected:
        assert_french_and_english(graph, term, SKOS.prefLabel)
        assert_french_and_english(graph, term, SKOS.definition)
        assert graph.value(term, RDFS.isDefinedBy) == DEFINITION


# ---- The rules ----


def test_each_rule_has_a_duration_a_start_a_trigger_and_a_source() -> None:
    graph = load("regles.ttl")
    rules = set(graph.subjects(RDF.type, QP.RegleDeDelai))
    assert rules == set(graph.subjects())
    for rule in rules:
        assert str(rule).startswith(BASE + "regle/")
        assert_french_and_english(graph, rule, RDFS.label)
        (duration,) = graph.objects(rule, QP.duree)
        assert isinstance(duration, Literal)
        assert duration.datatype == XSD.duration
        assert re.fullmatch(r"P(\d+M|\d+D)", str(duration)), "calendar months or days"
        start, end = day(graph, rule, QP.debutValidite), day(graph, rule, QP.finValidite)
        assert start is not None
        assert end is None or start <= end
        (trigger,) = graph.objects(rule, QP.declencheur)
        assert QP.Evenement in set(QP_TTL.transitive_objects(trigger, RDFS.subClassOf))
        sources = list(graph.objects(rule, DCTERMS.source))
        assert sources
        assert all(str(source).startswith("https://") for source in sources)


def test_the_rules_of_article_135_are_stated() -> None:
    graph = load("regles.ttl")
    found = {
        str(rule).removeprefix(BASE): (
            str(graph.value(rule, QP.duree)),
            str(graph.value(rule, QP.debutValidite)),
            str(graph.value(rule, QP.finValidite)),
            graph.value(rule, QP.declencheur),
        )
        for rule in graph.subjects(RDF.type, QP.RegleDeDelai)
    }
    assert found == {
        "regle/ran-135-al6-2009": ("P1M", "2009-05-27", "2014-12-10", QP.PublicationQuestion),
        "regle/ran-135-al6-2014": ("P2M", "2014-12-11", "None", QP.PublicationQuestion),
        "regle/ran-135-al7-2009": ("P10D", "2009-05-27", "None", QP.Signalement),
    }


def test_two_rules_with_one_trigger_never_apply_on_the_same_day() -> None:
    graph = load("regles.ttl")
    spans: dict[Node, list[tuple[date, date]]] = {}
    for rule, trigger in graph.subject_objects(QP.declencheur):
        start, end = day(graph, rule, QP.debutValidite), day(graph, rule, QP.finValidite)
        spans.setdefault(trigger, []).append((start or date.min, end or date.max))
    for periods in spans.values():
        for (_, earlier_end), (later_start, _) in pairwise(sorted(periods)):
            assert earlier_end < later_start


# ---- Legislatures ----


def test_legislatures_follow_each_other_without_overlap() -> None:
    graph = load("legislatures.ttl")
    periods = {}
    for legislature in graph.subjects(RDF.type, QP.Legislature):
        (number,) = graph.objects(legislature, QP.numero)
        start, end = day(graph, legislature, QP.debut), day(graph, legislature, QP.fin)
        assert start is not None
        assert end is None or start < end
        periods[int(str(number))] = (start, end)
    numbers = sorted(periods)
    assert set(range(12, 18)) <= set(numbers)
    for earlier, later in pairwise(numbers):
        ended = periods[earlier][1]
        assert ended is not None, f"{earlier} has no last day although {later} follows"
        assert ended < periods[later][0], f"{earlier} and {later} overlap"


def test_each_legislature_is_named_after_its_number_and_has_a_source() -> None:
    graph = load("legislatures.ttl")
    subjects = set(graph.subjects())
    assert subjects == set(graph.subjects(RDF.type, QP.Legislature))
    for legislature in subjects:
        (number,) = graph.objects(legislature, QP.numero)
        assert isinstance(number, Literal)
        assert number.datatype == XSD.integer
        assert legislature == URIRef(f"{BASE}legislature/{number}")
        ordinal = "1re" if str(number) == "1" else f"{number}e"
        assert texts(graph, legislature, RDFS.label) == {"fr": f"{ordinal} législature"}
        assert list(graph.objects(legislature, DCTERMS.source))


def test_legislatures_have_the_days_of_the_assembly_s_own_reference() -> None:
    graph = load("legislatures.ttl")
    found = {
        number: (
            str(graph.value(BASE[f"legislature/{number}"], QP.debut)),
            str(graph.value(BASE[f"legislature/{number}"], QP.fin) or ""),
        )
        for number in range(12, 18)
    }
    assert found == {
        12: ("2002-06-19", "2007-06-19"),
        13: ("2007-06-20", "2012-06-19"),
        14: ("2012-06-20", "2017-06-20"),
        15: ("2017-06-21", "2022-06-21"),
        16: ("2022-06-22", "2024-06-09"),
        17: ("2024-07-01", ""),
    }


# ---- Downloads ----


def test_each_kind_of_question_of_each_published_legislature_can_be_downloaded() -> None:
    graph = load("telechargements.ttl")
    kinds = {QP.QuestionEcrite, QP.QuestionAuGouvernement, QP.QuestionOraleSansDebat}
    questions = {
        (period, graph.value(archive, DCTERMS.type))
        for archive, period in graph.subject_objects(DCTERMS.temporal)
    }
    assert questions == {(BASE[f"legislature/{n}"], kind) for n in range(14, 18) for kind in kinds}
    archives = set(graph.subjects(RDF.type, DCAT.Distribution))
    assert archives - set(graph.subjects(DCTERMS.temporal)) == {BASE["telechargement/AMO30"]}
    addresses = [str(address) for address in graph.objects(None, DCAT.downloadURL)]
    assert len(addresses) == len(set(addresses)) == len(archives)
    for address in addresses:
        assert re.fullmatch(r"https://data\.assemblee-nationale\.fr/[\w/]+\.json\.zip", address)


def test_each_download_is_described_and_each_checksum_is_one() -> None:
    graph = load("telechargements.ttl")
    for archive in graph.subjects(RDF.type, DCAT.Distribution):
        assert_french_and_english(graph, archive, DCTERMS.title)
        assert graph.value(archive, DCTERMS.license)
        assert str(graph.value(archive, DCAT.packageFormat)).endswith("/application/zip")
    checksums = {
        str(archive): str(value) for archive, value in graph.subject_objects(SPDX.checksum)
    }
    assert checksums == {
        f"{BASE}telechargement/{n}-QE": f"{BASE}telechargement/{n}-QE#md5" for n in (14, 15, 16)
    }
    for value in graph.objects(None, SPDX.checksumValue):
        assert re.fullmatch(r"[0-9a-f]{32}", str(value))


# ---- Départements ----


def departments() -> dict[str, set[str]]:
    """Give the folded labels and aliases of each code."""
    graph = load("departements.ttl")
    return {
        str(code): {
            slug(str(label))
            for predicate in (RDFS.label, SKOS.altLabel)
            for label in graph.objects(subject, predicate)
        }
        for subject, code in graph.subject_objects(IGEO.codeDepartement)
    }


def test_the_codes_are_those_the_assembly_uses() -> None:
    metropolitan = {f"{n:02}" for n in range(1, 96)} - {"20"} | {"2A", "2B"}
    overseas = {str(n) for n in range(971, 979)} | {"986", "987", "988"}
    assert departments().keys() == metropolitan | overseas | {"099"}


def test_no_name_belongs_to_two_departments() -> None:
    owners: dict[str, str] = {}
    for code, names in departments().items():
        assert names, code
        for name in names:
            assert name, f"{code} has a label that folds to nothing"
            assert owners.setdefault(name, code) == code, f"{name}: {owners[name]} and {code}"


def test_each_department_has_one_class_one_code_and_one_french_label() -> None:
    graph = load("departements.ttl")
    for subject in set(graph.subjects()):
        (code,) = graph.objects(subject, IGEO.codeDepartement)
        (kind,) = graph.objects(subject, RDF.type)
        assert isinstance(code, Literal)
        assert code.datatype in {None, XSD.string}
        assert subject == URIRef(f"{BASE}departement/{code}")
        outside = str(code) in {"975", "977", "978", "986", "987", "988", "099"}
        assert kind == (IGEO.TerritoireFrancais if outside else IGEO.Departement)
        assert set(texts(graph, subject, RDFS.label)) == {"fr"}
        aliases = list(graph.objects(subject, SKOS.altLabel))
        assert all(isinstance(a, Literal) and a.language == "fr" for a in aliases)
        assert graph.value(subject, RDFS.label) not in aliases


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Côtes-du-Nord", "22"),
        ("Côtes d'Armor", "22"),
        ("La Réunion", "974"),
        ("Saint-Martin/Saint-Barthélemy", "977"),
        ("Saint-Barthélemy et Saint-Martin", "977"),
        ("Wallis et Futuna", "986"),
        ("Polynésie Française", "987"),
        ("Français établis hors de France", "099"),
    ],
)
def test_a_printed_name_leads_to_its_code(printed: str, code: str) -> None:
    assert [c for c, names in departments().items() if slug(printed) in names] == [code]
