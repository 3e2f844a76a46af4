"""The documentation is true: commands run, answers are real, tables are those of the code.

One file, although long: every test reads the same pages with the same few helpers.
"""

import csv
import os
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

import reference_data
import same_question_sources
from built import BASE, PROGRAM, QP, ROOT, SEEDS, seeds
from local_server import file, official, serving
from questions_rdf import catalogue, query
from questions_rdf.cli import _VERBS
from questions_rdf.errors import CannotGoOnError
from questions_rdf.exports import csvw, table_wording, wording
from questions_rdf.exports.sheets import SHEETS, Column, Role
from questions_rdf.load import stores
from questions_rdf.mapping import tables
from questions_rdf.problem_log import _Line
from questions_rdf.problems import Code, Stage
from questions_rdf.query_files import library
from questions_rdf.readers import _labels
from questions_rdf.rows import Basis, Kind, Table
from questions_rdf.validation.shapes import QPS, load_shapes

DOCS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
DOCS += sorted((ROOT / "docs").glob("*.md"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
ANSWERS = {"sparql": "csv", "python": "text"}
README = ROOT / "README.md"
MAPPING = ROOT / "docs" / "mapping.md"


class Block(NamedTuple):
    """A fenced block of a page, with the one that follows it."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}-{self.line}"


def blocks_of(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(page, text[: found.start()].count("\n") + 1, found[1], found[2])
        for found in re.finditer(r"(?ms)^```(\S*)\n(.*?)^```$", text)
    ]


def blocks(*languages: str) -> list[Block]:
    return [block for page in DOCS for block in blocks_of(page) if block.language in languages]


def after(block: Block) -> Block:
    """The block behind this one, which holds its answer."""
    following = blocks_of(block.page)
    return following[[b.line for b in following].index(block.line) + 1]


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))


def tables_of(text: str) -> list[list[list[str]]]:
    """The tables of a page: rows of cells, without the heading."""
    found = re.findall(r"(?m)^\|.*\n\|[-| ]+\|\n((?:\|.*\n)+)", text)
    return [[_cells(line) for line in table.splitlines()] for table in found]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def section(page: Path, heading: str) -> str:
    """What stands under a heading of the second level."""
    text = page.read_text(encoding="utf-8")
    found = re.search(rf"(?ms)^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text)
    assert found, f"{page.name} has no heading {heading!r}"
    return found[1]


# -- What can be run ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def assembly(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server in the Assembly's place: one archive of questions, the reference."""
    reference = tmp_path_factory.mktemp("amo") / "reference.zip"
    reference_data.small(reference)
    questions, people = file(official()), file(reference.read_bytes())

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (people if "/amo/" in handler.path else questions)(handler)

    with serving() as site:
        site.answers = [answer]
        yield site.url


@pytest.fixture
def checkout(tmp_path: Path, assembly: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a reader of the documentation has after ``make``, and two archives of the Assembly's."""
    monkeypatch.setenv("QUESTIONS_RDF_BASE_URL", assembly)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    for name in ("seeds", "queries"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copytree(seeds()[0], tmp_path / "out")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "activate").touch()
    with zipfile.ZipFile(tmp_path / "Questions_gouvernement.json.zip", "w") as archive:
        archive.write(ROOT / "tests/fixtures/opendata_json/qg-debats/source.json", "json/1.json")
    reference_data.small(tmp_path / "AMO30_acteurs_mandats_organes_historique.json.zip")
    return tmp_path


def shell(script: str, folder: Path) -> str:
    """What ``script`` prints; it must end well."""
    path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, f"{script}\n{result.stdout}{result.stderr}"
    return result.stdout


def check_make(line: str) -> None:
    """A call of make names a target, and variables, that the Makefile has."""
    for word in line.partition("#")[0].split()[1:]:
        name, is_variable, _ = word.partition("=")
        pattern = rf"^{name}\s*\?=" if is_variable else rf"^\.PHONY:.*\b{name}\b"
        assert re.search(pattern, MAKEFILE, re.MULTILINE), line


@pytest.mark.parametrize("block", blocks("sh"), ids=str)
def test_a_shell_block_runs(block: Block, checkout: Path) -> None:
    lines = block.text.splitlines()
    calls = [line for line in lines if line.startswith("make")]
    for line in calls:
        check_make(line)
    if rest := [line for line in lines if line not in calls]:
        shell("\n".join(rest), checkout)


@pytest.mark.parametrize("block", blocks("console"), ids=str)
def test_a_session_goes_as_shown(block: Block, checkout: Path) -> None:
    commands = [line[2:] for line in block.text.splitlines() if line.startswith("$ ")]
    shown = block.text
    for command in commands:
        before, _, shown = shown.partition(f"$ {command}\n")
        assert not before, f"{before!r} is not what the command before {command!r} prints"
        printed = shell(command, checkout)
        assert shown.startswith(printed), f"{command}\nprints\n{printed}"
        shown = shown[len(printed) :]
    assert not shown


@pytest.mark.parametrize("block", blocks("sparql", "python"), ids=str)
def test_a_query_or_snippet_has_the_answer_that_follows_it(block: Block, checkout: Path) -> None:
    answer = after(block)
    assert answer.language == ANSWERS[block.language]
    name = "late.rq" if block.language == "sparql" else "snippet.py"
    (checkout / name).write_text(block.text, encoding="utf-8")
    call = "questions-rdf query late.rq --format csv" if name == "late.rq" else f"python3 {name}"
    assert shell(call, checkout).replace("\r\n", "\n") == answer.text


@pytest.mark.parametrize("block", blocks("turtle"), ids=str)
def test_an_excerpt_is_in_the_output(block: Block) -> None:
    written = (seeds()[0] / "questions.ttl").read_text(encoding="utf-8")
    header = "".join(line for line in written.splitlines(keepends=True) if line.startswith("@"))
    output = set(ox.parse(written, format=ox.RdfFormat.TURTLE))
    excerpt = set(ox.parse(header + block.text, format=ox.RdfFormat.TURTLE))
    assert len(excerpt) > 1
    assert excerpt <= output


def test_every_kind_of_block_is_one_that_is_checked() -> None:
    checked = {"sh", "console", "sparql", "csv", "python", "text", "turtle"}
    assert {block.language for page in DOCS for block in blocks_of(page)} == checked
    assert len(blocks("sh", "console", "sparql", "python", "turtle")) >= 12
    answers = [after(block) for block in blocks("sparql", "python")]
    assert len(blocks("csv")) == sum(block.language == "csv" for block in answers)


# -- What can be looked up ------------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives the headings of a page."""
    headings = re.findall(r"(?m)^#+ (.*)$", prose(page))
    bare = (re.sub(r"[^\w\- ]", "", heading).strip().lower() for heading in headings)
    return {heading.replace(" ", "-") for heading in bare}


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        assert file.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(file), target


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_files_that_are_named_exist(page: Path) -> None:
    folders = "docs|ontology|queries|seeds|shapes|src|tests"
    for name in re.findall(rf"`((?:{folders})/[\w./-]*)`", prose(page)):
        assert (ROOT / name).exists(), name


def test_every_page_is_linked_from_the_readme() -> None:
    linked = set(re.findall(r"\]\(([^)#\s]+)", prose(README)))
    pages = {page.relative_to(ROOT).as_posix() for page in DOCS} - {"README.md"}
    assert pages | {"docs/overview.svg", "LICENSE"} <= linked


def test_the_readme_knows_every_verb_and_every_file_of_the_output() -> None:
    text = README.read_text(encoding="utf-8")
    for verb in _VERBS.keys() - {"completion"}:
        assert f"questions-rdf {verb}" in text
    for path in seeds()[0].iterdir():
        assert f"`{path.name}`" in text


@pytest.mark.parametrize(
    ("page", "heading"),
    [(README, "Commands"), (ROOT / "docs" / "architecture.md", "How errors travel")],
    ids=["readme", "architecture"],
)
def test_the_exit_codes_are_those_of_the_errors(page: Path, heading: str) -> None:
    (rows,) = tables_of(section(page, heading))
    codes = {error.exit_code: error.__name__ for error in CannotGoOnError.__subclasses__()}
    assert [int(row[0]) for row in rows] == [0, 1, *sorted(codes)]
    if len(rows[0]) > 2:
        assert [row[2].strip("`") for row in rows][2:] == [codes[code] for code in sorted(codes)]


def test_the_floors_are_those_of_the_import_contract() -> None:
    text = section(ROOT / "docs" / "architecture.md", "Floors")
    (floors,) = re.findall(r"(?ms)^```text\n(.*?)^```$", text)
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    assert floors.splitlines() == layers


def test_the_fields_of_a_problem_are_all_explained() -> None:
    explained = tables_of(prose(ROOT / "docs" / "problems.md"))[0]
    fields = [field for row in explained for field in re.findall("`(\\w+)`", row[0])]
    assert sorted(fields) == sorted(_Line.__struct_fields__)


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{PROJECT['project']['version']}]" in text


def ontology(*classes: str) -> set[str]:
    """The terms of ours that are of one of these classes of OWL."""
    kinds = " ".join(f"owl:{name}" for name in classes)
    text = f"SELECT ?t {{ VALUES ?kind {{ {kinds} }} GRAPH ?g {{ ?t a ?kind }} }}"
    rows = query.serialised(query.run(query.loaded([]), text), "csv").decode().splitlines()
    return {iri.replace(QP, "qp:") for iri in rows[1:]}


@pytest.mark.parametrize(
    ("heading", "classes"),
    [("Classes", ["Class"]), ("Properties", ["ObjectProperty", "DatatypeProperty"])],
)
def test_the_glossary_explains_the_terms_of_the_ontology(heading: str, classes: list[str]) -> None:
    (rows,) = tables_of(section(ROOT / "docs" / "glossary.md", heading))
    explained = [row[0].strip("`") for row in rows]
    assert len(explained) == len(set(explained))
    assert set(explained) == ontology(*classes)
    assert all(row[1].endswith(".") for row in rows)


# -- The mapping ----------------------------------------------------------------------------------

MAPPED = {name: table for name, table in vars(tables).items() if isinstance(table, Table)}
JSON_FIELDS = set(
    re.findall(
        r'"(\w+)"', (ROOT / "src/questions_rdf/readers/_opendata_question.py").read_text("utf-8")
    )
)


def rows_of(name: str) -> list[list[str]]:
    """The rows on the page for one table of the code; that of the properties comes last."""
    return tables_of(section(MAPPING, f"`{name}`"))[-1]


def test_every_table_has_its_place_on_the_page() -> None:
    assert re.findall(r"(?m)^## `(\w+)`$", MAPPING.read_text("utf-8")) == [
        next(name for name, table in MAPPED.items() if table is one) for one in tables.TABLES
    ]
    assert len(MAPPED) == len(tables.TABLES)


@pytest.mark.parametrize("name", MAPPED)
def test_the_rows_on_the_page_are_those_of_the_table(name: str) -> None:
    shown = [tuple(row[:3]) for row in rows_of(name)]
    assert shown == [(row.key, row.term, row.kind.name.lower()) for row in MAPPED[name].rows]


@pytest.mark.parametrize("name", MAPPED)
def test_every_value_has_an_origin(name: str) -> None:
    for row in rows_of(name):
        assert any(row[3:]), row


def basis_of(row: list[str], headings: list[str]) -> Basis:
    """What a row of the page says that its value rests upon."""
    found = Basis(0)
    for heading, cell in zip(headings, row, strict=True):
        deduced, reference = cell.startswith("deduced"), cell.startswith("reference")
        if cell and deduced:
            found |= Basis.DEDUCED
        if cell and (reference or heading == "reference data"):
            found |= Basis.REFERENCE
        elif cell and not deduced:
            found |= Basis.STATED
    return found


@pytest.mark.parametrize("name", MAPPED)
def test_the_page_and_the_code_agree_on_what_a_value_rests_upon(name: str) -> None:
    text = section(MAPPING, f"`{name}`")
    headings = _cells(re.findall(r"(?m)^(\| key \|.*)$", text)[0])
    stated = {row[0]: basis_of(row[3:], headings[3:]) for row in rows_of(name)}
    assert stated == {row.key: row.basis for row in MAPPED[name].rows}


def test_the_events_on_the_page_are_those_of_the_code() -> None:
    classes = [row[0] for row in tables_of(section(MAPPING, "`EVENEMENT`"))[0]]
    assert classes[:1] == ["qp:PublicationQuestion"]
    assert set(classes) == {types[0] for types in tables.TYPES_EVENEMENT.values()}


def origins() -> Iterator[str]:
    """The cells that say where a value comes from."""
    for table in tables_of(MAPPING.read_text(encoding="utf-8")):
        for row in table:
            yield from row[2:]


def test_the_json_paths_are_ones_that_the_reader_takes() -> None:
    paths = [path for cell in origins() for path in re.findall(r"(?<!\[)`([a-zA-Z.]+)`", cell)]
    fields = {field for path in paths for field in path.split(".")}
    ours = {row.key for table in MAPPED.values() for row in table.rows}
    assert len(fields) > 30
    assert fields <= JSON_FIELDS | ours


def test_the_labels_are_ones_that_the_readers_know() -> None:
    labels = {label for cell in origins() for label in re.findall("« (.*?) »", cell)}
    assert len(labels) > 20
    headings = {label for label in labels if re.search("n° …|législature", label)}
    for label in labels - headings:
        assert _labels.folded(label) in _labels._KNOWN, label  # noqa: SLF001


def test_the_kinds_of_value_are_all_explained() -> None:
    text = section(MAPPING, "Kinds of value")
    (rows,) = tables_of(text)
    used = {row.kind for table in MAPPED.values() for row in table.rows}
    assert {row[0] for row in rows} == {kind.name.lower() for kind in used}
    for kind in set(Kind) - used:
        assert f"`{kind.name.lower()}`" in text


# -- Generated tables -----------------------------------------------------------------------------


def catalogue_table() -> str:
    codes = [code for code in vars(catalogue).values() if isinstance(code, Code)]
    assert len(codes) > 40
    lines = ["| code | severity | message | hint |", "|---|---|---|---|"]
    for code in sorted(codes, key=lambda code: code.code):
        severity = code.severity + (", rejected" if code.rejected else "")
        severity += ", deduction" if code.stage is Stage.DEDUCTION else ""
        message, hint = (f"{_cell(s.fr)}<br>{_cell(s.en)}" for s in (code.message, code.hint))
        lines.append(f"| `{code.code}` | {severity} | {message} | {hint} |")
    return "\n".join(lines)


def rules_tables() -> str:
    rules = load_shapes(strict=True).rules | load_shapes(ROOT / "shapes" / "qualite").rules
    parts, told = [], set()
    for path in sorted((ROOT / "shapes").rglob("*.ttl")):
        parsed = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        here = {str(quad.subject)[1:-1].removeprefix(QPS) for quad in parsed} & rules.keys()
        told |= here
        parts += [f"## `{path.relative_to(ROOT).as_posix()}`", ""]
        parts += ["| code | severity | message |", "|---|---|---|"]
        for code in sorted(here):
            said = rules[code].messages
            message = f"{_cell(said.fr)}<br>{_cell(said.en)}"
            parts.append(f"| `{code}` | {rules[code].severity} | {message} |")
        parts.append("")
    assert told == rules.keys()
    return "\n".join(parts).rstrip()


def profiles_table() -> str:
    """The kinds of store that ``load`` knows."""
    lines = [
        "| `--store-type` | an address | known by | default graph | packed | `--replace` | chunk |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in stores.profiles().values():
        known = [f"`{one.in_path.pattern}` in the path" if one.in_path else ""]
        known += [f"the header `{one.header[0]}`" if one.header else ""]
        known += [f"its answer to `{one.probe.path}?{one.probe.query}`" if one.probe else ""]
        cells = (
            f"`{one.name}`",
            f"`{one.example}`",
            ", ".join(filter(None, known)).replace("|", "\\|").replace("?`", "`"),
            "yes" if one.default_graph else "no",
            "yes" if one.takes_gzip else "no",
            str(one.move),
            f"{one.chunk // 1024**2}M",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return re.sub(r"([|<>*_])", r"\\\1", " ".join(text.split()))


def export_tables() -> str:
    """The data dictionary: each table of an export, and what its columns are."""
    parts = []
    for sheet in SHEETS.values():
        meant = table_wording.table_description(sheet)
        called = table_wording.table_title(sheet)
        parts += [f"### `{sheet.name}`", ""]
        parts += [
            f"{' / '.join(dict.fromkeys((called.fr, called.en)))}. {_cell(meant.fr)}<br>{_cell(meant.en)}",
            "",
        ]
        parts += ["| column | type | property | meaning |", "|---|---|---|---|"]
        parts += [_export_row(column) for column in sheet.columns]
        parts.append("")
    return "\n".join(parts).rstrip()


def queries_sections() -> str:
    parts = []
    for one in library.library():
        columns = ", ".join(f"`{column}`" for column in one.columns())
        parts += [f"## [`{one.name}`](../queries/{one.name}.rq)", ""]
        for words in (one.header.en, one.header.fr):
            parts += [f"**{_cell(words.title)}.** {_cell(words.description)}", ""]
        for name, parameter in one.parameters.items():
            default = one.default(name)
            said = f"`{default}` by default" if default else "open by default"
            said += ", the day of the data where it is known" if parameter.as_of else ""
            said += f", one of {', '.join(parameter.values)}" if parameter.values else ""
            parts.append(f"- `{name}` ({parameter.type}): {parameter.en}; {said}")
        parts += [f"- Columns: {columns}"]
        parts += [f"- {NEEDS[need]}" for need in one.header.needs]
        parts.append("")
    return "\n".join(parts).rstrip()


def _export_row(column: Column) -> str:
    meant = wording.description(column)
    kind = csvw.DATATYPES[column.kind.name]
    kind = "identifier" if column.kind is Kind.LINK else kind
    kind += ", several" if column.many else ""
    to = ", ".join(f"[`{one}`](#{one})" for one in column.targets)
    leads = f" → {to}" if to and column.kind is Kind.LINK else ""
    term = f"`{column.term}`" if column.term else ""
    whole = column.role is Role.PARENT
    term += f" (of the {'answer' if column.name == 'reponse' else column.name})" if whole else ""
    term += f" (of `{column.of}`)" if column.of else ""
    return f"| `{column.name}` | {kind}{leads} | {term} | {_cell(meant.fr)}<br>{_cell(meant.en)} |"


NEEDS = {
    "reference": "Needs the reference data (`build --reference`).",
    "similar": "Needs groups of similar questions (`build --similar`).",
}
GENERATED = {
    "export.md": ("columns", export_tables),
    "loading.md": ("profiles", profiles_table),
    "problems.md": ("catalogue", catalogue_table),
    "queries.md": ("queries", queries_sections),
    "rules.md": ("rules", rules_tables),
    "sources.md": ("lacks", same_question_sources.table),
}


@pytest.mark.parametrize("name", GENERATED)
def test_the_generated_tables_are_up_to_date(name: str, rewrite_golden: bool) -> None:
    """``pytest tests/test_docs.py --rewrite-golden`` writes them anew."""
    mark, table = GENERATED[name]
    page = ROOT / "docs" / name
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- begin: {mark} -->\n", f"<!-- end: {mark} -->\n"
    before, _, rest = text.partition(begin)
    written, _, behind = rest.partition(end)
    expected = f"\n{table()}\n\n"
    if rewrite_golden:
        page.write_text(before + begin + expected + end + behind, encoding="utf-8", newline="\n")
    else:
        assert written == expected


# -- The picture ----------------------------------------------------------------------------------

SVG = "{http://www.w3.org/2000/svg}"
UNITS_A_DAY = 6.3


@pytest.fixture(scope="module")
def drawn() -> list[str]:
    """The texts of the picture."""
    picture = ET.parse(ROOT / "docs" / "overview.svg")  # noqa: S314  (it is ours)
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


@cache
def store() -> ox.Store:
    """The output of the seeds."""
    return query.loaded([seeds()[0] / "questions.nt"])


def asked(pattern: str) -> str:
    """The one value of ``?value`` for the question that the picture shows."""
    text = f"BASE <{BASE}> SELECT ?value WHERE {{ <question/QANR5L17QE2621> {pattern} }}"
    found = query.serialised(query.run(store(), text), "csv").decode()
    (row,) = csv.DictReader(found.splitlines())
    return row["value"]


DAYS = {
    "question": "qp:datePublication ?value",
    "due": "qp:echeance ?value",
    "signalled": "qp:evenement [ a qp:Signalement ; qp:date ?value ]",
    "signalement due": "qp:evenement [ a qp:Signalement ; qp:echeance ?value ]",
    "answered": "qp:reponse/qp:datePublication ?value",
}


@pytest.mark.parametrize("pattern", DAYS.values(), ids=DAYS)
def test_the_picture_shows_the_days_of_the_output(pattern: str, drawn: list[str]) -> None:
    day = date.fromisoformat(asked(pattern))
    month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[day.month - 1]
    assert f"{day.day} {month} {day.year}" in drawn


def test_the_bars_of_the_picture_are_to_scale() -> None:
    day = {name: date.fromisoformat(asked(pattern)) for name, pattern in DAYS.items()}
    picture = ET.parse(ROOT / "docs" / "overview.svg")  # noqa: S314  (it is ours)
    bars = [(r.get("x"), r.get("width")) for r in picture.iter(f"{SVG}rect")]
    names = list(DAYS)
    for start, end in (names[0:2], [names[1], names[4]], names[2:4], names[3:5]):
        x = 56 + (day[start] - day["question"]).days * UNITS_A_DAY
        width = (day[end] - day[start]).days * UNITS_A_DAY
        assert (f"{x:g}", f"{width:g}") in bars, (start, end)


@pytest.mark.parametrize("term", ["qp:delaiJours", "qp:retardJours", "qp:retardSignalementJours"])
def test_the_picture_shows_the_delays_of_the_output(term: str, drawn: list[str]) -> None:
    (text,) = [text for text in drawn if text.endswith(f" {term}")]
    assert text.startswith(f"{asked(f'qp:reponse/{term} ?value')} days")


@pytest.mark.parametrize(
    ("term", "label"),
    [
        ("qp:auteur", "foaf:name"),
        ("qp:groupe", "skos:prefLabel"),
        ("qp:circonscription", "rdfs:label"),
        ("qp:ministereInterroge", "skos:prefLabel"),
        ("qp:rubrique", "skos:prefLabel"),
        ("qp:regle", None),
    ],
)
def test_the_picture_shows_the_things_of_the_output(
    term: str, label: str | None, drawn: list[str]
) -> None:
    assert term in drawn
    assert asked(f"{term} ?value").removeprefix(BASE) in drawn
    assert label is None or asked(f"{term}/{label} ?value") in drawn


def test_the_picture_is_described_as_it_is() -> None:
    picture = ET.parse(ROOT / "docs" / "overview.svg")  # noqa: S314  (it is ours)
    late = f"{asked('qp:reponse/qp:retardJours ?value')} days late"
    assert late in (picture.findtext(f"{SVG}desc") or "")
    assert late in " ".join(prose(README).split())


def test_the_seeds_are_as_many_as_the_readme_says() -> None:
    assert "the five sample pages" in README.read_text(encoding="utf-8")
    assert len(list(SEEDS.glob("*.txt"))) == 5
