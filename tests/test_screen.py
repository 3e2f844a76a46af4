"""The screen hides nothing: with it the findings are those that pySHACL has without."""

import random
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from built import run
from questions_rdf.validation import corpus, slices
from questions_rdf.validation.corpus import validate_files
from questions_rdf.validation.graphs import FORMATS, DataError
from questions_rdf.validation.inspection import Outcome
from questions_rdf.validation.report import report_text, report_turtle
from questions_rdf.validation.screening.reading import read_rules
from questions_rdf.validation.screening.shard import document_of, name_of
from questions_rdf.validation.shacl import Finding, load_data, validate
from questions_rdf.validation.shapes import QP, Shapes, load_shapes
from questions_rdf.validation.slices import Slice, cut, quads
from screened import cleared_though_wrong, screen_for

EXAMPLES = Path(__file__).parent / "shapes"
SHAPES = load_shapes()
STRICT = load_shapes(strict=True)
SCREEN = screen_for(SHAPES)
PASS = list(ox.parse(path=str(EXAMPLES / "pass.ttl"), format=ox.RdfFormat.TURTLE))
A_QUESTION = ox.NamedNode(f"{QP}Question")
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = re.compile(r"(question/QANR5L[0-9]+Q[A-Z]+9)([0-9]{3})")


def written(path: Path, triples: Iterable[ox.Quad]) -> Path:
    """A file with the triples in that order."""
    if path.suffix == ".nt":
        path.write_text("".join(f"{one} .\n" for one in triples), encoding="utf-8", newline="\n")
    else:
        ox.serialize((one.triple for one in triples), str(path), format=FORMATS[path.suffix])
    return path


def told(findings: Iterable[Finding]) -> list[tuple[str | None, ...]]:
    """Findings without the labels of blank nodes, which change from one reading to the next."""
    return sorted((f.focus, f.code, f.value or "", f.component, f.path or "") for f in findings)


def copies(number: int) -> list[ox.Quad]:
    """The questions of the corpus, several times under other numbers, each with its own fault."""
    updates = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.ru"))]
    store = ox.Store()
    text = "".join(f"{one} .\n" for one in PASS)
    for copy in range(number):
        again = f"\\g<1>{copy}\\g<2>"
        store.load(NUMBERS.sub(again, text).encode(), format=ox.RdfFormat.N_TRIPLES)
        update = updates[copy * len(updates) // number]
        if "question/" in update:
            store.update(NUMBERS.sub(again, update))
    return sorted(store, key=lambda quad: (name_of(quad.subject), str(quad)))


@pytest.fixture(scope="module")
def faulty() -> list[ox.Quad]:
    return copies(24)


@pytest.fixture(scope="module")
def plain(faulty: list[ox.Quad], tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    path = written(tmp_path_factory.mktemp("plain") / "faulty.nt", faulty)
    return validate(load_data([path]), SHAPES)


def questions(quads: list[ox.Quad]) -> int:
    """How many things are called questions: some faults take the class away."""
    return len({one.subject for one in quads if one.object == A_QUESTION})


@pytest.fixture
def in_small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many slices of little data, and processes for it."""
    monkeypatch.setattr(slices, "SLICE_BYTES", 100_000)
    monkeypatch.setattr(slices, "STRETCH", 700)
    monkeypatch.setattr(corpus, "_SMALL_BYTES", 0)


# ---- The findings are pySHACL's


def test_the_screen_understands_all_shapes() -> None:
    assert read_rules(STRICT.graph).not_understood == {}


def test_a_corpus_without_fault_is_cleared_as_a_whole(tmp_path: Path) -> None:
    outcome = validate_files([written(tmp_path / "pass.nt", PASS)], SHAPES)
    assert outcome == Outcome([], 11, 0, {})


@pytest.mark.usefixtures("in_small_pieces")
@pytest.mark.parametrize("suffix", [".nt", ".ttl", ".jsonld"])
def test_many_slices_give_the_report_of_all_data_at_once(
    tmp_path: Path, faulty: list[ox.Quad], plain: list[Finding], suffix: str
) -> None:
    outcome = validate_files([written(tmp_path / f"faulty{suffix}", faulty)], SHAPES)
    assert len({finding.code for finding in plain}) > 10
    assert outcome.questions == questions(faulty) > 24 * 10
    assert 0 < outcome.judged < outcome.questions / 2
    assert report_turtle(outcome.findings, SHAPES) == report_turtle(plain, SHAPES)
    assert report_text(outcome.findings) == report_text(plain)


@pytest.mark.usefixtures("in_small_pieces")
@pytest.mark.parametrize("suffix", [".nt", ".ttl"])
def test_any_number_of_processes_finds_the_same(
    tmp_path: Path, faulty: list[ox.Quad], plain: list[Finding], suffix: str
) -> None:
    outcome = validate_files([written(tmp_path / f"faulty{suffix}", faulty)], SHAPES, jobs=2)
    assert outcome.findings == plain


@pytest.mark.usefixtures("in_small_pieces")
def test_the_order_of_the_triples_and_repetition_do_not_matter(
    tmp_path: Path, faulty: list[ox.Quad], plain: list[Finding]
) -> None:
    shuffled = random.Random(1).sample(faulty, len(faulty))  # noqa: S311  repeatable
    half = [one for one in faulty if one.predicate.value.endswith("o")]
    files = [written(tmp_path / "a.nt", shuffled), written(tmp_path / "b.ttl", half)]
    outcome = validate_files(files, SHAPES)
    assert outcome.findings == plain
    assert outcome.questions == questions(faulty)


@pytest.mark.usefixtures("in_small_pieces")
def test_a_resource_that_is_missing_is_missed_by_all_that_point_at_it(tmp_path: Path) -> None:
    author = "https://w3id.org/questions-parlementaires/acteur/PA900001"
    kept = [one for one in copies(4) if name_of(one.subject) != author]
    path = written(tmp_path / "kept.nt", kept)
    outcome = validate_files([path], SHAPES)
    assert any(finding.value == author for finding in outcome.findings)
    assert outcome.findings == validate(load_data([path]), SHAPES)


def test_blank_nodes_and_subclasses_are_judged_as_without_a_screen(tmp_path: Path) -> None:
    path = tmp_path / "odd.ttl"
    path.write_text(
        (EXAMPLES / "pass.ttl").read_text(encoding="utf-8")
        + """
        [] a foaf:Person . [] a foaf:Person ; foaf:name "Camille Exemple" .
        <acteur/PA900002> foaf:page [] . <question/QANR5L17QE9001> qp:auteur [ a <depute> ] .
        <depute> <http://www.w3.org/2000/01/rdf-schema#subClassOf> foaf:Person .
        """,
        encoding="utf-8",
    )
    findings = validate_files([path], SHAPES).findings
    assert {"ressource-anonyme", "personne-page-forme"} <= {one.code for one in findings}
    assert told(findings) == told(validate(load_data([path]), SHAPES))


# ---- Nothing wrong is cleared, however it is wrong

ODD: list[ox.Literal | ox.NamedNode | ox.BlankNode] = [
    ox.Literal(""),
    ox.Literal(" \n", language="fr"),
    ox.Literal("X", language="fr-BE"),
    ox.Literal("x", language="en"),
    *(
        ox.Literal(form, datatype=ox.NamedNode(XSD + name))
        for form, name in (
            ("-1", "integer"),
            ("+007", "integer"),
            ("9" * 5000, "integer"),
            ("1.5", "decimal"),
            (".6", "decimal"),
            ("-0.7", "decimal"),
            ("0.49999999999", "decimal"),
            ("1", "boolean"),
            ("2024-02-30", "date"),
            ("2024-02-20Z", "date"),
            ("0001-01-01", "date"),
            ("9999-12-31", "date"),
            ("2024-02-20T00:00:00", "dateTime"),
            ("P1Y2M", "duration"),
        )
    ),
    ox.NamedNode("https://example.org/x"),
    ox.BlankNode("b"),
]
Mutation = Callable[[random.Random, list[ox.Quad], ox.Quad], ox.Quad | None]
MUTATIONS: list[Mutation] = [
    lambda _chance, _all, _one: None,
    lambda chance, _all, one: ox.Quad(one.subject, one.predicate, chance.choice(ODD)),
    lambda chance, every, one: ox.Quad(one.subject, one.predicate, chance.choice(every).object),
    lambda chance, every, one: ox.Quad(one.subject, chance.choice(every).predicate, one.object),
    lambda chance, every, one: ox.Quad(chance.choice(every).subject, one.predicate, one.object),
]


def mutated(chance: random.Random) -> list[ox.Quad]:
    """The corpus with up to four triples dropped, changed or added."""
    found = list(PASS)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(found))
        changed = chance.choice(MUTATIONS)(chance, PASS, found[place])
        if chance.random() < 0.5:
            del found[place]
        found += [changed] if changed is not None else []
    if chance.random() < 0.2:
        below, above = (chance.choice(PASS).object for _ in range(2))
        if isinstance(below, ox.NamedNode) and isinstance(above, ox.NamedNode):
            found.append(ox.Quad(below, ox.NamedNode(f"{RDFS}subClassOf"), above))
    return chance.sample(found, len(found)) if chance.random() < 0.2 else found


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 2**32))
def test_whatever_is_wrong_is_found(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  repeatable
    path = written(tmp_path / "mutated.nt", mutated(chance))
    shapes = STRICT if chance.random() < 0.3 else SHAPES
    assert told(validate_files([path], shapes).findings) == told(
        validate(load_data([path]), shapes)
    )


def test_nothing_that_is_wrong_with_a_copy_is_cleared(
    faulty: list[ox.Quad], plain: list[Finding]
) -> None:
    assert cleared_though_wrong(plain, faulty, SCREEN) == []


# ---- Slices


@pytest.mark.usefixtures("in_small_pieces")
@pytest.mark.parametrize("suffix", [".nt", ".ttl", ".jsonld"])
@pytest.mark.parametrize("shares", [1, 2, 3])
def test_every_document_is_in_one_slice(
    tmp_path: Path, faulty: list[ox.Quad], suffix: str, shares: int
) -> None:
    path = written(tmp_path / f"faulty{suffix}", faulty)
    found = [list(quads(one)) for one in cut([path], shares)]
    documents = [{document_of(name_of(one.subject)) for one in each} for each in found]
    assert sum(map(len, found)) == len(faulty)
    assert sum(map(len, documents)) == len(set.union(*documents))
    assert min(map(len, documents)) > 0
    assert len(found) >= (10 if suffix == ".nt" else shares)


@pytest.mark.usefixtures("in_small_pieces")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_told_with_its_line_in_the_file(
    tmp_path: Path, faulty: list[ox.Quad], jobs: int
) -> None:
    path = written(tmp_path / "broken.nt", faulty)
    with path.open("a", encoding="utf-8") as stream:
        stream.write("<a:a> nonsense .\n")
    with pytest.raises(DataError, match=f"broken.nt.*line {len(faulty) + 1} "):
        validate_files([path], SHAPES, jobs)


def test_json_ld_is_read_whatever_the_order_of_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "keys.jsonld"
    path.write_text(
        '{"@graph": [{"p": 1, "@id": "a:x"}], "@context": {"p": "a:p"}}', encoding="utf-8"
    )
    assert validate_files([path], SHAPES).findings == []
    with pytest.raises(slices.NotStreamedError):
        list(quads(Slice(str(path))))


@pytest.mark.parametrize(
    "text", ['<a:a> <a:b> "x"@en--ltr .', "<a:a> <a:b> <<( <a:a> <a:b> 1 )>> ."]
)
def test_what_is_not_rdf_1_1_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "newer.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"newer.ttl: .*RDF 1.2"):
        validate_files([path], SHAPES)


# ---- Shapes that the screen does not know

REPEATED = """
@prefix qps: <https://w3id.org/questions-parlementaires/shapes#> .
@prefix qp: <https://w3id.org/questions-parlementaires/def#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
qps:question-sans-fin a sh:PropertyShape ; sh:targetClass qp:Question ;
    sh:path [ sh:oneOrMorePath qp:evenement ] ; sh:minCount 99 ; sh:severity sh:Violation ;
    sh:message "Trop peu."@fr , "Too few."@en .
qps:question-sans-numero a sh:PropertyShape ; sh:targetClass qp:Question ;
    sh:path qp:numero ; sh:minCount 1 ; sh:severity sh:Violation ;
    sh:message "Pas de numéro."@fr , "No number."@en .
"""


def test_a_shape_that_the_screen_does_not_know_is_named_and_left_to_pyshacl(
    tmp_path: Path,
) -> None:
    (tmp_path / "some.ttl").write_text(REPEATED, encoding="utf-8")
    shapes: Shapes = load_shapes(tmp_path)
    path = written(tmp_path / "pass.nt", PASS)
    outcome = validate_files([path], shapes)
    (name,) = outcome.not_screened
    assert name.endswith("#question-sans-fin")
    assert "repetition" in outcome.not_screened[name]
    assert {one.code for one in outcome.findings} == {"question-sans-fin"}
    assert len(outcome.findings) == 11


def test_the_command_takes_a_number_of_processes(tmp_path: Path) -> None:
    written(tmp_path / "pass.nt", PASS)
    assert run("validate", "pass.nt", "--jobs", "1", cwd=tmp_path).returncode == 0
    assert run("validate", "pass.nt", "--jobs", "0", cwd=tmp_path).returncode == 2
