"""Query files: strict headers, values that stay values, and the same as data."""

import json
import unicodedata
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib.namespace import RDF, SH

from built import ROOT, corpus_of_queries, on_a_terminal, run, seeds
from questions_rdf import query as engine
from questions_rdf.errors import UsageError
from questions_rdf.query_files import as_data, library
from questions_rdf.query_files.header import Parameter
from questions_rdf.query_files.terms import literal, pattern, term

FILES = library.library()
XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
HEADER = """# fr.title = "Un exemple"
# fr.description = "Une requête d'exemple."
# fr.keywords = ["exemple"]
# en.title = "An example"
# en.description = "A query as an example."
# en.keywords = ["example"]
"""
TEXT = '# parameters.x = { type = "text", fr = "valeur", en = "value" }\n'
ASK = 'SELECT ?x WHERE {\n  VALUES ?x { "a" }\n}\n'


def parsed(header: str = HEADER, query: str = ASK) -> library.QueryFile:
    return library.parsed(f"{header}\n{query}", "exemple", "exemple.rq")


def of_type(kind: str, default: str, more: str = "") -> library.QueryFile:
    """A query whose answer is what its one parameter was given."""
    declared = f'# parameters.x = {{ type = "{kind}", fr = "x", en = "x"{more} }}\n'
    return parsed(HEADER + declared, f"{XSD}SELECT ?x WHERE {{\n  VALUES ?x {{ {default} }}\n}}\n")


# -- Headers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_header_says_what_the_query_is_in_french_and_english(file: library.QueryFile) -> None:
    assert file.header.fr.title != file.header.en.title
    assert file.header.fr.description.endswith(".")
    assert file.header.en.description.endswith(".")
    assert len(file.header.fr.keywords) >= 3
    assert len(file.header.en.keywords) >= 3
    assert len(file.columns()) >= 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_query_declares_every_prefix_that_it_uses(file: library.QueryFile) -> None:
    ox.Store().query(file.text)  # raises if not: here no prefix is known beforehand


def test_titles_are_of_one_query_each() -> None:
    for language in ("fr", "en"):
        assert len({file.words(language).title for file in FILES}) == len(FILES)


@pytest.mark.parametrize(
    ("header", "query", "fault"),
    [
        ("", ASK, "missing required field"),
        ("# fr.title = \n", ASK, "Invalid value"),
        (HEADER + '# titre = "x"\n', ASK, "unknown field `titre`"),
        (
            HEADER.replace('"An example"', "12"),
            ASK,
            r"Expected `str`, got `int` - at `\$.en.title`",
        ),
        (HEADER.replace('"An example"', '" "'), ASK, "must not be empty"),
        (HEADER.replace('["example"]', "[]"), ASK, "must not be empty"),
        (HEADER + '# needs = ["luck"]\n', ASK, "Invalid enum value 'luck'"),
        (HEADER + TEXT.replace('"text"', '"txt"'), ASK, "Invalid enum value 'txt'"),
        (HEADER + TEXT.replace(".x", '."é x"'), ASK, "cannot be the name"),
        (HEADER + TEXT.replace('"valeur"', '""'), ASK, "has no label"),
        (HEADER + TEXT.replace(" }", ', values = ["qp:A"] }'), ASK, "of terms only"),
        (HEADER + TEXT.replace(" }", ", as_of = true }"), ASK, "as_of is for dates"),
        (HEADER + TEXT.replace(" }", ", person = true }"), ASK, "person is for words"),
        (HEADER + TEXT.replace(".x", ".y"), ASK, "y stands in no line"),
        (HEADER + TEXT, ASK + ASK.replace('"a"', '"b"'), "with several defaults"),
        (HEADER + TEXT, ASK.replace('"a"', "UNDEF"), "not optional"),
        (HEADER + TEXT, ASK.replace('"a"', "12"), "no default of type text"),
        (HEADER + TEXT.replace("text", "date"), ASK, '"a" is no date'),
        (HEADER + TEXT.replace("text", "word"), ASK, "in no line"),
        (
            HEADER + TEXT.replace("text", "word"),
            'SELECT ?t WHERE {\n  ?s ?p ?t .\n  FILTER(REGEX(?t, "été", "i"))  # ?x = "été"\n}',
            "the pattern is not",
        ),
        (HEADER, "SELEC ?x WHERE { }", "cannot be run"),
    ],
)
def test_a_fault_in_a_header_is_told_in_one_line(header: str, query: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault) as refusal:
        parsed(header, query)
    assert str(refusal.value).startswith("exemple.rq: ")


# -- Values ---------------------------------------------------------------------------------------


def on_both(text: str) -> tuple[str, str]:
    """The one value of ?x on the embedded store and on rdflib."""
    row = solutions(text)[0]
    (other,) = rdflib.Graph().query(text)
    return row["x"].value, str(other["x"])  # type: ignore[index, call-overload]


def solutions(text: str) -> list[ox.QuerySolution]:
    found = engine.run(ox.Store(), text)
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


ANYTHING = st.one_of(
    st.text(),
    st.text(alphabet="\\\"'uU0123456789aAfF{}<>#?$\n\r\t\x00\u2028 ."),
)


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
@example('" } } ; DROP ALL #')
@example("\\u0022 } #")
@example("\\\\u0022 } #")
@example("\\U00000022 } #")
@example("\\")
@example("\n# x")
@example("$&\\1\\g<0>")
def test_any_text_comes_back_as_it_was_put_in(value: str) -> None:
    assert on_both(of_type("text", '"a"').bound({"x": value})) == (value, value)


WORD = """SELECT ?x WHERE {
  VALUES ?x { %s }
  FILTER(REGEX(?x, "[aàâäáãå]", "i"))  # ?mot = "a"
}
"""
DECLARED = HEADER + '# parameters.mot = { type = "word", fr = "mot", en = "word" }\n'


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: any(c.isalnum() for c in text)))
@example("l’été d'Œdipe")
@example("a\\u0022b")
@example("(a|b)*[c]{2}^$.?+-\\d")
@example('a")) #\n')
def test_a_word_finds_itself_and_nothing_is_read_as_a_pattern(value: str) -> None:
    text = parsed(DECLARED, WORD % literal(value)).bound({"mot": value})
    filters = [line for line in text.splitlines() if line.startswith("  FILTER(REGEX(")]
    assert len(filters) == 1
    if value.isprintable() and unicodedata.is_normalized("NFC", value):
        assert on_both(text) == (value, value)


@pytest.mark.parametrize(
    ("word", "found", "missed"),
    [
        ("asalee", ["Asalée", "ASALÉE", "asalee"], ["asale", "as alée"]),
        ("Jean-Pierre", ["jean pierre", "Jean-Pierre"], ["jeanpierre"]),
        ("l'eau", ["l’eau", "L'EAU", "l eau"], ["leau"]),
        ("soeur", ["sœur", "SOEUR", "Sœur"], ["sour"]),
        ("cœur", ["coeur", "cœur"], ["cur"]),
        ("a.c", ["a.c"], ["abc"]),
    ],
)
def test_a_word_is_found_in_its_spellings(word: str, found: list[str], missed: list[str]) -> None:
    for values, expected in ((found, found), (missed, [])):
        text = parsed(DECLARED, WORD % " ".join(map(literal, values))).bound({"mot": word})
        assert [row["x"].value for row in solutions(text)] == expected
        assert [str(row["x"]) for row in rdflib.Graph().query(text)] == expected  # type: ignore[index, call-overload]


def test_a_phrase_of_the_greatest_length_is_still_a_pattern_that_engines_take() -> None:
    value = "é" * 200
    assert on_both(parsed(DECLARED, WORD % literal(value)).bound({"mot": value}))[0] == value
    with pytest.raises(UsageError, match="at most 200"):
        term("é" * 201, "mot", Parameter("word", "x", "x"))
    assert pattern("é") == "[eéèêë]"


@pytest.mark.parametrize(
    ("kind", "default", "more", "value", "shown"),
    [
        ("date", '"2026-11-17"^^xsd:date', "", "2024-02-29", "2024-02-29"),
        ("integer", "1", "", "0017", "17"),
        ("integer", "1", "", "-3", "-3"),
        ("iri", "<urn:x:a>", "", "https://exemple.fr/é?a=b", "https://exemple.fr/é?a=b"),
        ("question", '"QANR5L17QE1"', "", "QANR5L9QOSD12", "QANR5L9QOSD12"),
    ],
)
def test_a_value_of_its_type_is_taken(
    kind: str, default: str, more: str, value: str, shown: str
) -> None:
    assert on_both(of_type(kind, default, more).bound({"x": value})) == (shown, shown)


@pytest.mark.parametrize(
    ("kind", "default", "value"),
    [
        ("date", '"2026-11-17"^^xsd:date', "2026-02-30"),
        ("date", '"2026-11-17"^^xsd:date', "17/11/2026"),
        ("date", '"2026-11-17"^^xsd:date', "20261117"),
        ("date", '"2026-11-17"^^xsd:date', '2026-11-17" } #'),
        ("integer", "1", "1.5"),
        ("integer", "1", "1 } #"),
        ("integer", "1", "1\n"),
        ("integer", "1", "٣"),
        ("integer", "1", "9" * 19),
        ("integer", "1", ""),
        ("iri", "<urn:x:a>", "urn:x:a> } #"),
        ("iri", "<urn:x:a>", "urn:x:\\u003E"),
        ("iri", "<urn:x:a>", "pas une adresse"),
        ("question", '"QANR5L17QE1"', "2621"),
        ("text", '"a"', "\udcff"),
    ],
)
def test_a_value_of_another_type_is_refused_in_one_line(
    kind: str, default: str, value: str
) -> None:
    with pytest.raises(UsageError, match=r"^x: ") as refusal:
        of_type(kind, default).bound({"x": value})
    assert "\n" not in str(refusal.value)


def test_a_term_is_one_of_a_list() -> None:
    transferts = library.named("transferts")
    assert "{ qp:Remaniement }" in transferts.bound({"motif": "remaniement"})
    assert "{ qp:Remaniement }" in transferts.bound({"motif": "qp:Remaniement"})
    with pytest.raises(UsageError, match="did you mean qp:Transfert"):
        transferts.bound({"motif": "transfer"})


def test_an_unknown_parameter_or_query_is_answered_with_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError, match="no parameter 'jours'; did you mean jour"):
        library.named("rappel").bound({"jours": "2026-11-17"})
    with pytest.raises(UsageError, match="clotures has no parameters"):
        library.named("clotures").bound({"jour": "2026-11-17"})
    with pytest.raises(UsageError, match="did you mean rappel"):
        library.named("rapel")


# -- As data --------------------------------------------------------------------------------------


def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=as_data.turtle(FILES), format="turtle")


def test_the_queries_are_data_that_runs() -> None:
    data, store = graph(), engine.loaded(corpus_of_queries())
    found = dict(data.subject_objects(SH.select))
    assert len(found) == len(FILES)
    declared = data.query(
        f"PREFIX sh: <{SH}> SELECT ?p ?n {{ ?q sh:prefixes/sh:declare ?d . "
        "?d sh:prefix ?p ; sh:namespace ?n } GROUP BY ?p ?n ORDER BY ?p"
    )
    prefixes = "".join(f"PREFIX {row[0]}: <{row[1]}>\n" for row in declared)  # type: ignore[index]
    for file in FILES:
        query = _select(data, file.name)
        rows = engine.serialised(engine.run(store, query), "csv")
        assert rows == engine.serialised(engine.run(store, file.text), "csv")
        bare = "".join(
            line for line in query.splitlines(keepends=True) if not line.startswith("PREFIX")
        )
        assert engine.serialised(engine.run(store, prefixes + bare), "csv") == rows


def _select(data: rdflib.Graph, name: str) -> str:
    (subject,) = data.subjects(rdflib.DCTERMS.identifier, rdflib.Literal(name))
    (text,) = data.objects(subject, SH.select)
    return str(text)


def test_the_parameters_are_shapes_that_shacl_shacl_accepts() -> None:
    data = graph()
    parameters = set(data.subjects(RDF.type, SH.Parameter))
    assert len(parameters) == sum(len(file.parameters) for file in FILES)
    assert pyshacl.validate(rdflib.Graph(), shacl_graph=data, meta_shacl=True)[0]
    for parameter in parameters:
        (path,) = data.objects(parameter, SH.path)
        (owner,) = data.subjects(SH.parameter, parameter)
        (text,) = data.objects(owner, SH.select)
        assert f"?{str(path).rpartition('#')[2]}" in str(text)
        for default in data.objects(parameter, SH.defaultValue):
            kinds = set(data.objects(parameter, SH.datatype))
            datatype = default.datatype if isinstance(default, rdflib.Literal) else None
            assert (datatype or rdflib.XSD.string) in (kinds or {rdflib.XSD.string})


# -- The command line -----------------------------------------------------------------------------


def test_queries_lists_names_titles_and_parameters(tmp_path: Path) -> None:
    listed = run("queries", cwd=tmp_path)
    assert listed.returncode == 0
    lines = [line.split("\t") for line in listed.stdout.splitlines()]
    assert [line[0] for line in lines] == [file.name for file in FILES]
    assert ["rappel", "La liste de rappel d'un jour", "jour=2026-11-17"] in lines
    english = run("queries", "reminder list", "--lang", "en", cwd=tmp_path).stdout
    assert english == "rappel\tThe reminder list of a day\tjour=2026-11-17\n"


@pytest.mark.parametrize("word", ["médian", "MEDIAN"])
def test_queries_are_found_whatever_the_accents(word: str, tmp_path: Path) -> None:
    assert run("queries", word, cwd=tmp_path).stdout.startswith("delai-median\t")


def test_a_word_of_no_query_says_so(tmp_path: Path) -> None:
    result = run("queries", "ornithorynque", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "no query about 'ornithorynque'\n"


def test_queries_as_json_and_as_turtle(tmp_path: Path) -> None:
    (said,) = json.loads(run("queries", "rappel-d-une-parution", "--json", cwd=tmp_path).stdout)
    assert said["parameters"]["parution"]["default"] == "2026-09-15"
    assert said["columns"][:3] == ["ministere", "legislature", "numero"]
    turtle = run("queries", "--format", "ttl", cwd=tmp_path).stdout
    assert turtle == as_data.turtle(FILES)


def test_queries_is_a_table_on_a_terminal(tmp_path: Path) -> None:
    shown = on_a_terminal("queries", "rappel", cwd=tmp_path)
    assert "requête" in shown
    assert "jour=2026-11-17" in shown


def test_a_query_takes_values(tmp_path: Path) -> None:
    asked = ("query", "questions-d-un-depute", "--data", seeds()[0], "--format", "csv")
    assert ",2621," in run(*asked, cwd=tmp_path).stdout
    result = run(*asked, "--param", "depute=batho", cwd=tmp_path)
    assert [line.split(",")[2] for line in result.stdout.splitlines()] == ["numero", "16353"]


def test_a_name_that_finds_nothing_is_answered_with_those_that_are_like_it(tmp_path: Path) -> None:
    asked = ("query", "questions-d-un-depute", "--data", seeds()[0], "--format", "csv")
    misspelt = run(*asked, "--param", "depute=Delfine Bato", cwd=tmp_path)
    assert misspelt.returncode == 0
    assert len(misspelt.stdout.splitlines()) == 1, "the names of the columns"
    assert misspelt.stderr == "depute 'Delfine Bato': did you mean Delphine Batho (79)?\n"
    nobody = run(*asked, "--param", "depute=zzz", cwd=tmp_path)
    assert nobody.stderr == "depute 'zzz': nobody of that name is in the data\n"
    assert run(*asked, "--param", "depute=batho", cwd=tmp_path).stderr == ""


def test_the_day_of_the_data_is_today(tmp_path: Path) -> None:
    """The seeds are of 12 May 2026; the default of the file, in November, is later."""
    asked = ("query", "rappel", "--data", seeds()[0], "--format", "csv")
    assert len(run(*asked, cwd=tmp_path).stdout.splitlines()) == 1
    later = run(*asked, "--param", "jour=2026-11-17", cwd=tmp_path)
    assert len(later.stdout.splitlines()) == 2


def test_a_file_of_ones_own_takes_values_by_its_header(tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text(f"{HEADER}{TEXT}\n{ASK}", encoding="utf-8")
    asked = ("query", own, "--data", seeds()[0], "--param", 'x=un "mot"', "--format", "csv")
    assert run(*asked, cwd=tmp_path).stdout == 'x\n"un ""mot"""\n'
    own.write_text(ASK, encoding="utf-8")
    assert run(*asked, cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["jour"], "--param jour: write it as name=value"),
        (["=2026-11-17"], "write it as name=value"),
        (["jour=hier"], 'jour: "hier" is no date; write it as 2026-11-17'),
        (["jor=2026-11-17"], "rappel has no parameter 'jor'; did you mean jour?"),
        (["jour=2026-11-17", "jour=2026-11-18"], "--param jour is given twice"),
    ],
)
def test_a_value_that_makes_no_sense_ends_with_2(
    values: list[str], said: str, tmp_path: Path
) -> None:
    given = [word for value in values for word in ("--param", value)]
    result = run("query", "rappel", "--data", seeds()[0], *given, cwd=tmp_path)
    assert result.returncode == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_query_says_what_the_build_was_not_given(tmp_path: Path) -> None:
    for name, missing in (("groupes", "--reference"), ("campagnes", "--similar")):
        said = run("query", name, "--data", seeds()[0], cwd=tmp_path).stderr
        assert missing in said
    assert not run("query", "clotures", "--data", seeds()[0], cwd=tmp_path).stderr


def test_rows_too_wide_for_a_terminal_are_lists_of_names_and_values(tmp_path: Path) -> None:
    asked = ("query", "reponses-tardives", "--data", str(seeds()[0]))
    narrow, wide = (on_a_terminal(*asked, cwd=tmp_path, columns=width) for width in (60, 160))
    assert "ministere          Santé et accès aux soins" in narrow
    assert "│ Santé et accès aux soins" in wide
    assert max(map(len, narrow.splitlines())) <= 60


def test_no_rows_are_said_on_a_terminal() -> None:
    shown = on_a_terminal("query", "rappel", "--data", str(seeds()[0]), cwd=ROOT)
    assert "0 rows" in shown
