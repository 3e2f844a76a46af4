"""``questions-rdf report``: what it prints, what it writes, how it refuses; the real records."""

import io
import json
import statistics
import subprocess
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from built import ROOT, SHARED, on_a_terminal, run, scratch, seeds
from questions_rdf import query
from questions_rdf.build import Options, build
from questions_rdf.pages.report import chart_svg
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.delais import delais
from questions_rdf.reports.etat import Classe
from questions_rdf.reports.groupement import Choix, Par
from questions_rdf.reports.outputs.as_markdown import markdown_of
from questions_rdf.reports.rappel import rappel
from questions_rdf.reports.report import Report
from questions_rdf.reports.source import source_of
from report_corpus import folder

DATA = ("--data", folder() / "out", "--data", folder() / "more.ttl", "--as-of", "2025-06-01")


def report(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return run("report", *arguments, cwd=cwd)


def test_the_help_of_each_report_has_examples(tmp_path: Path) -> None:
    for name in ("rappel", "delais", "suivi", "questions"):
        result = report(name, "--help", cwd=tmp_path)
        assert result.returncode == 0
        assert f"\n    questions-rdf report {name}" in result.stdout
        for option in ("--as-of", "--data", "--store", "--csv", "--xlsx", "--html", "--lang"):
            assert option in result.stdout


def test_into_a_pipe_a_report_is_csv(tmp_path: Path) -> None:
    result = report("rappel", *DATA, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("ministere,legislature,numero,publication,page_jo,auteur,")
    assert len(lines) == 5


def test_on_a_terminal_a_report_is_tables(tmp_path: Path) -> None:
    seen = on_a_terminal(
        "report",
        "suivi",
        *map(str, DATA),
        "--ministere",
        "mer",
        "--since",
        "2025-04-01",
        cwd=tmp_path,
    )
    assert "Suivi : Ministère de la mer et de la pêche" in seen
    assert "Signalées et délai dépassé" in seen
    assert "SHA-256" in seen


@pytest.mark.parametrize(
    ("columns", "heads"),
    [
        (150, "Closes sans réponse avant l'échéance"),
        (70, "F  Closes sans réponse avant l'échéance"),
    ],
)
def test_no_column_is_left_out_at_any_width(columns: int, heads: str, tmp_path: Path) -> None:
    """In a narrow terminal the figures stand under letters."""
    seen = on_a_terminal("report", "delais", "--data", seeds()[0], cwd=tmp_path, columns=columns)
    lines = [line.rstrip() for line in seen.splitlines()]
    total = next(line for line in lines if line.startswith(" Total"))
    assert len(total) <= columns
    assert total.split()[1:] == ["5", "0", "2", "1", "0", "0", "2", "0", "105", "140"]
    assert all(word in seen for word in heads.split())
    assert (heads in seen) == (columns == 70)


@pytest.mark.parametrize("place", ["before", "after"])
def test_csv_alone_does_not_take_the_text_for_its_kind(place: str, tmp_path: Path) -> None:
    words = ("--csv", "urgences") if place == "before" else ("urgences", "--csv")
    result = report("questions", *DATA, *words, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) == 3


def test_several_words_need_no_quotes(tmp_path: Path) -> None:
    result = report("questions", *DATA, "urgences", "jour", "--json", cwd=tmp_path)
    made = json.loads(result.stdout)
    assert [row["numero"] for row in made["sections"][0]["rows"]] == [2]


@pytest.mark.parametrize(
    ("name", "full", "empty"),
    [("rappel", (), ("--as-of", "1999-01-01")), ("questions", ("urgences",), ("xyzzy",))],
)
def test_the_columns_are_the_same_where_there_is_no_row(
    name: str, full: tuple[str, ...], empty: tuple[str, ...], tmp_path: Path
) -> None:
    some, none = (
        report(name, *DATA, "--csv", *more, cwd=tmp_path).stdout.splitlines()
        for more in (full, empty)
    )
    assert len(some) > 1
    assert none == some[:1]


def test_reports_say_that_they_are_about_written_questions_where_there_are_none(
    tmp_path: Path,
) -> None:
    (tmp_path / "none.ttl").write_text("", encoding="utf-8")
    given = ("--data", "none.ttl", "--as-of", "2026-01-01", "--csv")
    result = report("delais", *given, cwd=tmp_path)
    assert result.returncode == 0
    assert "There is no written question in the data" in result.stderr


def test_files_are_written_and_nothing_is_printed(tmp_path: Path) -> None:
    names = ("--xlsx", "s.xlsx", "--html", "s.html", "--ics", "s.ics")
    result = report(
        "suivi", *DATA, "--depute", "modele", "--since", "2025-04-01", *names, cwd=tmp_path
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert zipfile.is_zipfile(tmp_path / "s.xlsx")
    assert "<table>" in (tmp_path / "s.html").read_text(encoding="utf-8")
    assert (tmp_path / "s.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_store_gives_the_same_report(tmp_path: Path) -> None:
    plain = report("delais", *DATA, "--markdown", cwd=tmp_path)
    for _ in range(2):
        kept = report("delais", *DATA, "--markdown", "--store", "kept", cwd=tmp_path)
        assert kept.stdout == plain.stdout


def test_the_day_is_that_of_the_data_unless_one_is_given(tmp_path: Path) -> None:
    result = report("rappel", "--data", folder() / "out", "--json", cwd=tmp_path)
    assert json.loads(result.stdout)["as_of"] == "2025-06-17"
    later = report(
        "rappel", "--data", folder() / "out", "--as-of", "2026-01-01", "--json", cwd=tmp_path
    )
    assert json.loads(later.stdout)["notes"] == [
        "Les données sont au 17 juin 2025 ; ce qui est arrivé ensuite n'y est pas."
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("rapel",), 2, "Did you mean 'rappel'?"),
        (("rappel", "--as-of", "hier"), 2, "hier"),
        (("rappel", "--data", "nowhere"), 3, "no such file or folder: nowhere"),
        (("rappel", "--data", ROOT / "README.md"), 3, "README.md: not .jsonld, .nt, .ttl"),
        (("rappel", "--data", "MORE"), 2, "name one with --as-of"),
        (("rappel", *DATA, "--csv", "--json"), 2, "--csv and --json both go to standard output"),
        (("rappel", *DATA, "--issue", "2025-03-05"), 2, "those of 2025-03-04 and 2025-03-18"),
        (("delais", *DATA, "--by", "parti"), 2, "parti"),
        (("delais", *DATA, "--from", "2025-02-01", "--to", "2025-01-31"), 2, "--from is after --to"),
        (("suivi", *DATA, "--since", "2025-01-01"), 2, "name somebody with --depute or --ministere"),
        (("suivi", *DATA, "--depute", "camille", "--since", "2025-01-01"), 2, "may be Camille Exemple (PA900001); Camille Modèle (PA900002)"),
        (("suivi", *DATA, "--depute", "exampel", "--since", "2025-01-01"), 2, "did you mean Camille Exemple (PA900001)?"),
        (("suivi", *DATA, "--depute", "modele", "--since", "2025-07-01"), 2, "is later than --as-of"),
        (("questions", *DATA), 2, "Missing argument"),
        (("questions", *DATA, "…"), 2, "no word to look for"),
        (("rappel", *DATA, "--html", "/proc/nope/x.html"), 4, "/proc/nope/x.html"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_one_line(
    arguments: tuple[str | Path, ...], code: int, said: str, tmp_path: Path
) -> None:
    given = [folder() / "more.ttl" if one == "MORE" else one for one in arguments]
    result = report(*given, cwd=tmp_path)
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_day_far_from_the_data_is_wondered_at(tmp_path: Path) -> None:
    seen = {
        day: report("rappel", "--data", seeds()[0], "--as-of", day, "--csv", cwd=tmp_path)
        for day in ("1999-01-01", "2023-12-19", "2027-05-13", "2027-05-14", "2199-01-01")
    }
    assert {one.returncode for one in seen.values()} == {0}
    assert "1999-01-01 is before anything was published (2023-12-19)" in seen["1999-01-01"].stderr
    for day in ("2023-12-19", "2027-05-13"):
        assert seen[day].stderr == ""
    for day in ("2027-05-14", "2199-01-01"):
        assert f"{day} is more than a year after the latest date" in seen[day].stderr


def test_a_day_cannot_be_far_from_data_whose_days_nobody_states(tmp_path: Path) -> None:
    data = tmp_path / "some.nt"
    data.write_bytes((seeds()[0] / "questions.nt").read_bytes())
    given = ("--data", data, "--data", seeds()[0], "--as-of", "1999-01-01", "--csv")
    for content in (None, b"<x> <y>", b'<x> <http://www.w3.org/ns/dcat#startDate> "hier" .'):
        if content:
            (tmp_path / "dataset.ttl").write_bytes(content)
        result = report("rappel", *given, cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")


# -- The five seeds -------------------------------------------------------------------------------


def test_the_seeds_have_one_overdue_question(tmp_path: Path) -> None:
    result = report("rappel", "--data", seeds()[0], "--as-of", "2026-11-22", "--json", cwd=tmp_path)
    (section,) = json.loads(result.stdout)["sections"]
    (row,) = section["rows"]
    assert (row["numero"], row["echeance"], row["retard_jours"]) == (13811, "2026-05-24", 182)


# -- The real records, reckoned once more from the JSON -------------------------------------------

ECRITES = SHARED / "data/opendata/Questions_ecrites_reconstructed.json.zip"
REFERENCE = SHARED / "data/opendata/AMO30_acteurs_mandats_organes_historique.json.zip"
REAL_DAY = date(2026, 11, 22)
needs_the_records = pytest.mark.skipif(not ECRITES.exists(), reason=f"{ECRITES} is not there")


@cache
def real() -> Corpus:
    """The 148 written questions of the official records."""
    out = scratch() / "real-reports"
    options = Options(out=out, formats=("nt",), check=False, as_of=REAL_DAY)
    build([str(ECRITES)], options._replace(reference=(str(REFERENCE),)))
    return Corpus(query.loaded([out / "questions.nt"]), REAL_DAY)


def real_report(**choices: Any) -> Report:
    files = [scratch() / "real-reports/questions.nt"]
    corpus = real()
    return delais(corpus, REAL_DAY, source_of([files[0].parent], files, REAL_DAY), Choix(**choices))


@cache
def stated() -> list[dict[str, Any]]:
    """What the records state, read here without any of the project's readers."""
    with zipfile.ZipFile(ECRITES) as archive:
        members = [
            json.load(io.TextIOWrapper(archive.open(name), "utf-8")) for name in archive.namelist()
        ]
    return [_plain(member["question"]) for member in members]


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    published = _day(record["textesQuestion"]["texteQuestion"])
    answer = (record["textesReponse"] or {}).get("texteReponse")
    closure = record["cloture"]
    answered = _day(answer) if answer else None
    closed = None
    if closure and closure["codeCloture"] != "REP_PUB" and not answered:
        closed = date.fromisoformat(closure["dateCloture"])
    return {"uid": record["uid"], "published": published, "answered": answered, "closed": closed}


def _day(text: Any) -> date:
    one = text[-1] if isinstance(text, list) else text
    return date.fromisoformat(one["infoJO"]["dateJO"])


def _due(published: date) -> date:
    """Two months later, or the last day of that month."""
    year, month = divmod(published.year * 12 + published.month - 1 + 2, 12)
    for day in range(published.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, published.day)


def _class(one: dict[str, Any]) -> Classe:
    due = _due(one["published"])
    if one["answered"]:
        return Classe.A_TEMPS if one["answered"] <= due else Classe.EN_RETARD
    closed = one["closed"]
    if closed is None and one["uid"].startswith("QANR5L16"):
        closed = date(2024, 6, 9)
    if closed:
        return Classe.CLOSE_AVANT if closed <= due else Classe.CLOSE_APRES
    return Classe.EN_ATTENTE if due >= REAL_DAY else Classe.DEPASSEE


@needs_the_records
def test_the_real_figures_are_those_of_the_records() -> None:
    total = real_report().sections[0].total
    assert total is not None
    counts = Counter(map(_class, stated()))
    delays = [(one["answered"] - one["published"]).days for one in stated() if one["answered"]]
    assert total[2] == len(stated()) == 148
    assert total[3:10] == tuple(counts[classe] for classe in Classe)
    assert total[10] == statistics.median(delays)


@needs_the_records
def test_the_real_reminder_list_is_that_of_the_records() -> None:
    source = source_of([ROOT], [], REAL_DAY)
    listed = {
        f"QANR5L{row[0]}QE{row[1]}"
        for section in rappel(real(), REAL_DAY, source).sections
        for row in section.rows
    }
    assert listed == {one["uid"] for one in stated() if _class(one) is Classe.DEPASSEE}
    assert len(listed) > 40


# -- The pictures of the documentation ------------------------------------------------------------

PICTURES = {"delais-parts.svg": "parts", "delais-attente.svg": "attente"}


@needs_the_records
@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_in_the_documentation_are_those_that_the_program_draws(
    name: str, rewrite_golden: bool
) -> None:
    sections = real_report(par=Par.GOUVERNEMENT).sections
    drawn = [
        chart_svg(section, chart, "en", alone=True)
        for section in sections
        for chart in section.charts
        if chart.name == PICTURES[name]
    ]
    file = ROOT / "docs" / name
    if rewrite_golden:
        file.write_text(f"{drawn[0]}\n", encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == f"{drawn[0]}\n"


@needs_the_records
def test_the_real_figures_in_the_documentation_are_up_to_date(rewrite_golden: bool) -> None:
    page = ROOT / "docs" / "reports.md"
    begin, end = "<!-- begin: delais -->\n", "<!-- end: delais -->\n"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    written, _, behind = rest.partition(end)
    made = markdown_of(real_report(par=Par.GOUVERNEMENT), "en").splitlines(keepends=True)
    tables = "".join(line for line in made if line.startswith(("| ", "\n")))
    first = tables.strip().partition("\n\n")[0]
    expected = f"\n{first}\n\n"
    if rewrite_golden:
        page.write_text(before + begin + expected + end + behind, encoding="utf-8", newline="\n")
    else:
        assert written == expected
