"""The report as RDF: terms that exist, used as their vocabulary says, under rules of its own."""

from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib import namespace as bundled
from rdflib.namespace import RDF

from built import BASE, QP, ROOT, seeds
from quality.corpus import written
from questions_rdf.prefixes import house_prefixes
from questions_rdf.quality import measured, turtle
from questions_rdf.validation.graphs import read_graph
from questions_rdf.validation.shacl import Finding, validate
from questions_rdf.validation.shapes import load_shapes

DQV = house_prefixes()["dqv"]
XSD = Namespace(house_prefixes()["xsd"])  # rdflib's own warns when pytest looks at it
QUALITE = ROOT / "ontology" / "qualite.ttl"
EXAMPLES = ROOT / "tests" / "shapes" / "qualite"
RULES = load_shapes(ROOT / "shapes" / "qualite")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``quality.ttl`` of the corpus."""
    folder = tmp_path_factory.mktemp("dqv")
    path = folder / "quality.ttl"
    path.write_bytes(turtle(measured(written(folder / "out"), jobs=1)))
    return path


@pytest.fixture(scope="module")
def graph(corpus: Path) -> Graph:
    return read_graph([corpus, QUALITE])


def dqv(name: str) -> URIRef:
    return URIRef(DQV + name)


def qp(name: str) -> URIRef:
    return URIRef(QP + name)


def test_every_term_exists_in_its_vocabulary(corpus: Path) -> None:
    listed = (ROOT / "tests" / "vocabularies" / "dqv.txt").read_text(encoding="utf-8").splitlines()
    ours = {
        str(s).removeprefix(QP)
        for s in read_graph([ROOT / "ontology" / "qp.ttl", QUALITE]).subjects()
    }
    known = {
        DQV: set(listed),
        QP: ours,
        **{
            str(terms): terms
            for terms in (bundled.DCTERMS, bundled.RDF, bundled.VOID, bundled.DCAT)
        },
    }
    used = set()
    for quad in ox.parse(path=corpus, format=ox.RdfFormat.TURTLE):
        used.add(quad.predicate.value)
        if quad.predicate.value == str(RDF.type) and isinstance(quad.object, ox.NamedNode):
            used.add(quad.object.value)
    assert len(used) > 12
    for iri in used:
        namespace = next(one for one in known if iri.startswith(one))
        assert iri.removeprefix(namespace) in known[namespace], iri


def test_there_is_no_blank_node_and_nothing_twice(corpus: Path) -> None:
    quads = list(ox.parse(path=corpus, format=ox.RdfFormat.TURTLE))
    assert len(quads) == len(set(quads)) > 200
    assert not any(
        isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object)
    )


def test_the_same_figures_give_the_same_bytes() -> None:
    first, second = (turtle(measured(seeds()[0], jobs=jobs)) for jobs in (1, 2))
    assert first == second


def test_a_share_is_its_numerator_by_its_denominator(graph: Graph) -> None:
    shares = list(graph.subject_objects(qp("denominateur")))
    assert len(shares) > 100
    for measurement, denominator in shares:
        numerator = graph.value(measurement, qp("numerateur"))
        value = graph.value(measurement, dqv("value"))
        exact = Decimal(str(numerator)) / Decimal(str(denominator))
        assert abs(Decimal(str(value)) - exact) < Decimal("0.000001")


def test_values_are_of_the_datatype_that_the_metric_expects(graph: Graph) -> None:
    """dqv:expectedDataType; dqv:value is a datatype property."""
    measurements = list(graph.subjects(RDF.type, dqv("QualityMeasurement")))
    metrics = set()
    for measurement in measurements:
        metric = graph.value(measurement, dqv("isMeasurementOf"))
        value = graph.value(measurement, dqv("value"))
        expected = graph.value(metric, dqv("expectedDataType"))
        assert expected in {XSD.decimal, XSD.integer}
        assert getattr(value, "datatype", None) == expected, measurement
        metrics.add(metric)
    # The folder of the corpus has no manifest: nothing is known of records that were read.
    assert metrics == set(graph.subjects(RDF.type, dqv("Metric"))) - {qp("Restitution")}


def test_metrics_dimensions_and_categories_are_what_dqv_asks_them_to_be(graph: Graph) -> None:
    for classe, term, range_ in (
        ("Metric", "inDimension", "Dimension"),
        ("Dimension", "inCategory", "Category"),
    ):
        found = list(graph.subjects(RDF.type, dqv(classe)))
        assert found
        for one in found:
            (value,) = graph.objects(one, dqv(term))
            assert (value, RDF.type, dqv(range_)) in graph
    for value in graph.objects(None, dqv("hasQualityMetadata")):
        assert (value, RDF.type, dqv("QualityMetadata")) in graph


def test_the_data_set_leads_to_the_report(graph: Graph) -> None:
    report = URIRef(f"{BASE}qualite")
    assert graph.value(URIRef(f"{BASE}dataset"), dqv("hasQualityMetadata")) == report
    assert (report, RDF.type, dqv("QualityMetadata")) in graph


def test_domains_and_ranges_are_kept(graph: Graph) -> None:
    """Those of DQV, VoID and DCAT, for the properties that have them."""
    measurement, part = dqv("QualityMeasurement"), bundled.VOID.Dataset
    concept = bundled.SKOS.Concept
    for term, domain, range_ in (
        (dqv("computedOn"), measurement, None),
        (dqv("isMeasurementOf"), measurement, dqv("Metric")),
        (dqv("value"), measurement, None),
        (qp("numerateur"), measurement, None),
        (bundled.VOID["class"], part, None),
        (bundled.VOID.property, part, None),
        (bundled.VOID.entities, part, None),
        (bundled.VOID.distinctSubjects, part, None),
        (bundled.DCAT.theme, bundled.DCAT.Dataset, concept),
    ):
        pairs = list(graph.subject_objects(term))
        assert pairs, term
        for subject, value in pairs:
            assert (subject, RDF.type, domain) in graph, term
            assert range_ is None or (value, RDF.type, range_) in graph, term


def test_a_share_of_the_seeds_can_be_asked_for() -> None:
    store = ox.Store()
    store.load(turtle(measured(seeds()[0], jobs=1)), format=ox.RdfFormat.TURTLE)
    text = f"""
        PREFIX dqv: <{DQV}> PREFIX qp: <{QP}> PREFIX void: <http://rdfs.org/ns/void#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?value ?of WHERE {{
          ?m dqv:isMeasurementOf qp:Completude ; dqv:computedOn ?part ; dqv:value ?value ;
             qp:denominateur ?of .
          ?part void:property qp:reponse ; dcterms:isPartOf ?whole .
          ?whole void:class qp:QuestionEcrite ; dcterms:coverage <{BASE}legislature/17> .
        }}"""
    rows = store.query(text)
    assert isinstance(rows, ox.QuerySolutions)
    (row,) = rows
    assert (row["value"].value, row["of"].value) == ("0.666667", "3")


# -- The rules of the report ----------------------------------------------------------------------


def broken(corpus: Path, update: str = "") -> list[Finding]:
    store = ox.Store()
    for path in (corpus, QUALITE):
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    if update:
        store.update(update)
    spoilt = corpus.with_name("spoilt.nt")
    store.dump(str(spoilt), ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return validate(read_graph([spoilt]), RULES)


def test_a_report_keeps_its_rules(corpus: Path) -> None:
    assert broken(corpus) == []


def test_each_rule_has_one_counterexample() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.ru")} == set(RULES.rules)
    assert len(RULES.rules) >= 14


@pytest.mark.parametrize("code", sorted(RULES.rules))
def test_a_counterexample_breaks_its_rule_and_no_other(code: str, corpus: Path) -> None:
    findings = broken(corpus, (EXAMPLES / f"{code}.ru").read_text(encoding="utf-8"))
    assert {finding.code for finding in findings} == {code}
