"""Every rule can fail, and fails alone; a corpus that breaks none of them engages them all."""

import re
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SH

from questions_rdf.files import data_folder
from questions_rdf.problems import Severity
from questions_rdf.validation.graphs import read_graph, to_rdflib
from questions_rdf.validation.shacl import Finding, validate
from questions_rdf.validation.shapes import QPS, Shapes, load_shapes, path_text
from screened import cleared_though_wrong, not_cleared, screen_for

EXAMPLES = Path(__file__).parent / "shapes"
LISTS = data_folder("ontology") / "lists.ttl"
SHAPES = load_shapes()
STRICT = load_shapes(strict=True)
SCREEN = screen_for(SHAPES)
STRICT_SCREEN = screen_for(STRICT)
STRICT_ONLY = sorted(set(STRICT.rules) - set(SHAPES.rules))

# Rules that speak of what is absent: they need a node to look at, but no value.
ABOUT_ABSENCE = (SH.minCount, SH.hasValue, SH.qualifiedMinCount)


def corpus() -> ox.Store:
    """The conformant corpus, with the controlled lists, ready to be spoilt."""
    store = ox.Store()
    store.load(path=str(EXAMPLES / "pass.ttl"), format=ox.RdfFormat.TURTLE)
    store.load(path=str(LISTS), format=ox.RdfFormat.TURTLE)
    return store


def as_graph(store: ox.Store) -> Graph:
    graph = Graph(bind_namespaces="none")
    for quad in store:
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def broken(update: str, shapes: Shapes = SHAPES) -> list[Finding]:
    """What is found after one change to the corpus; the screen clears none of it."""
    store = corpus()
    store.update(update)
    findings = validate(as_graph(store), shapes)
    screen = STRICT_SCREEN if shapes is STRICT else SCREEN
    assert cleared_though_wrong(findings, store, screen) == []
    return findings


def test_there_are_as_many_rules_as_there_were() -> None:
    assert len(SHAPES.rules) >= 401
    assert len(STRICT_ONLY) == 23


def test_each_rule_has_one_counterexample_and_each_counterexample_a_rule() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.ru")} == set(SHAPES.rules)


@pytest.mark.parametrize("shapes", [SHAPES, STRICT], ids=["default", "strict"])
def test_the_corpus_conforms_without_a_single_result(shapes: Shapes) -> None:
    assert validate(as_graph(corpus()), shapes) == []
    assert not_cleared(corpus(), screen_for(shapes)) == set()


@pytest.mark.parametrize("code", sorted(SHAPES.rules))
def test_a_counterexample_breaks_its_rule_and_no_other(code: str) -> None:
    findings = broken((EXAMPLES / f"{code}.ru").read_text(encoding="utf-8"))
    assert {finding.code for finding in findings} == {code}
    assert {finding.severity for finding in findings} == {SHAPES.rules[code].severity}


def focus_pattern(rule: URIRef, graph: Graph) -> str:
    """SPARQL for the nodes that ``rule`` looks at."""
    parts = [f"{{ ?focus a <{c}> }}" for c in graph.objects(rule, SH.targetClass)]
    parts += [f"{{ ?focus <{p}> ?any }}" for p in graph.objects(rule, SH.targetSubjectsOf)]
    parts += [f"{{ ?any <{p}> ?focus }}" for p in graph.objects(rule, SH.targetObjectsOf)]
    return " UNION ".join(parts)


@pytest.mark.parametrize("shapes", [SHAPES, STRICT], ids=["default", "strict"])
def test_the_corpus_gives_every_rule_something_to_check(shapes: Shapes) -> None:
    store = corpus()
    idle = []
    for code, rule in shapes.rules.items():
        pattern = focus_pattern(rule.iri, shapes.graph)
        speaks_of_absence = any((rule.iri, word, None) in shapes.graph for word in ABOUT_ABSENCE)
        forbids = str(shapes.graph.value(rule.iri, SH.maxCount)) == "0"
        if rule.path is not None and not speaks_of_absence and not forbids:
            path = path_text(shapes.graph, rule.path)
            step = f"<{path}>" if isinstance(rule.path, URIRef) else path
            pattern = f"{pattern} ?focus {step} ?value"
        if not store.query(f"ASK {{ {pattern} }}"):
            idle.append(code)
    assert idle == []


@pytest.mark.parametrize("code", STRICT_ONLY)
def test_the_strict_reading_refuses_an_unknown_property(code: str) -> None:
    pattern = focus_pattern(STRICT.rules[code].iri, STRICT.graph)
    findings = broken(
        f"INSERT {{ ?focus <https://example.org/inconnue> 1 }} WHERE {{ {pattern} }}", STRICT
    )
    assert {finding.code for finding in findings} == {code}


def test_the_shapes_are_valid_shacl() -> None:
    folder = data_folder("shapes")
    raw = read_graph(sorted(folder.rglob("*.ttl")))
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=raw, meta_shacl=True)
    assert conforms, text


ODD_TERMS = {
    "blank": "[]",
    "iri": "<https://example.org/x>",
    "text": '"oui"',
    "french": '"oui"@fr',
    "integer": "-1",
    "decimal": "1.5",
    "bad date": '"2024-02-30"^^<http://www.w3.org/2001/XMLSchema#date>',
    "moment": '"2024-02-20T00:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
    "year": '"MMXXIV"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    "other": '"x"^^<https://example.org/type>',
}


@pytest.mark.parametrize("odd", ODD_TERMS)
def test_no_value_stops_the_engine_and_the_faster_shapes_find_the_same(odd: str) -> None:
    """All values at once, so that every constraint meets every kind of term."""
    store = corpus()
    structure = "reponse repondA evenement versionAnterieure corrige".split()
    kept = ", ".join(["rdf:type", *(f"qp:{name}" for name in structure)])
    store.update(
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
        "PREFIX qp: <https://w3id.org/questions-parlementaires/def#> "
        f"INSERT {{ ?s ?p {ODD_TERMS[odd]} }} WHERE {{ ?s ?p ?o FILTER(?p NOT IN ({kept})) }}"
    )
    data = as_graph(store)
    findings = validate(data, SHAPES)
    assert len({finding.code for finding in findings}) > 30
    assert cleared_though_wrong(findings, store, SCREEN) == []
    plain = Shapes(read_graph(sorted(data_folder("shapes").glob("*.ttl"))), SHAPES.rules)
    assert len(validate(data, plain)) == len(findings)
    if odd != "blank":
        assert {(f.code, f.focus, f.value, f.component) for f in validate(data, plain)} == {
            (f.code, f.focus, f.value, f.component) for f in findings
        }


JARGON = re.compile(
    r"\b(qp:|sh:|xsd:|IRI|URI|RDF|SHACL|literal|littéral|datatype|noeud|nœud|node)\b", re.IGNORECASE
)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_messages_are_sentences_that_tell_the_rules_apart(lang: str) -> None:
    said = {c: r.messages.in_language(lang) for c, r in STRICT.rules.items()}
    assert len(set(said.values())) == len(said)
    for code, sentence in said.items():
        assert re.fullmatch(r"[A-ZÉ].*[^ ]\.", sentence), code
        assert not JARGON.search(sentence), code


def test_missing_references_and_texts_are_warnings_and_the_rest_violations() -> None:
    warnings = {c for c, r in SHAPES.rules.items() if r.severity is not Severity.ERROR}
    assert {
        "question-sans-auteur",
        "question-auteur-non-decrit",
        "question-ecrite-sans-texte",
        "question-sans-ministere-interroge",
        "reponse-sans-texte",
        "reponse-sans-date-publication",
        "signalement-precoce",
    } <= warnings
    assert not warnings & {
        "question-sans-numero",
        "question-auteur-adresse",
        "reponse-avant-question",
    }


def test_every_shape_of_ours_stands_in_our_namespace() -> None:
    assert all(rule.iri == URIRef(QPS + code) for code, rule in STRICT.rules.items())
