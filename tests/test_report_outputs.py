"""One report in every format: the same figures, nothing that a program takes for something else."""

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import icalendar
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from built import ROOT
from questions_rdf.errors import UsageError
from questions_rdf.pages.report import chart_svg, report_page
from questions_rdf.problems import Bilingual
from questions_rdf.reports.delais import delais
from questions_rdf.reports.outputs import as_csv, as_ics, as_json, as_markdown, as_xlsx
from questions_rdf.reports.rappel import rappel
from questions_rdf.reports.report import Column, Kind, Report, Section
from questions_rdf.reports.situations import echeances
from questions_rdf.reports.suivi import suivi, wanted
from questions_rdf.reports.sujet import questions
from report_corpus import AS_OF, corpus, source

GOLDEN = ROOT / "tests/reports"


def reports() -> dict[str, Report]:
    whose = wanted(corpus(), [], ["mer"], date(2025, 4, 1), AS_OF)
    return {
        "rappel": rappel(corpus(), AS_OF, source()),
        "delais": delais(corpus(), AS_OF, source()),
        "suivi": suivi(corpus(), whose, source()),
        "questions": questions(corpus(), "urgences", AS_OF, source()),
    }


REPORTS = reports()


def calendar(lang: str = "fr") -> bytes:
    whose = wanted(corpus(), [], ["mer"], date(2025, 4, 1), AS_OF)
    due = echeances(corpus(), whose)
    return as_ics.ics_of(corpus(), due, AS_OF, source(), Bilingual("Suivi", "Follow-up"), lang=lang)


MADE: dict[str, Callable[[Report], str]] = {
    "csv": lambda report: as_csv.csv_of(report, "fr"),
    "excel-fr.csv": lambda report: as_csv.csv_of(report, "fr", as_csv.EXCEL_FR),
    "json": lambda report: as_json.json_of(report, "fr"),
    "md": lambda report: as_markdown.markdown_of(report, "fr"),
    "en.md": lambda report: as_markdown.markdown_of(report, "en"),
    "html": lambda report: report_page(report, "fr"),
}


@pytest.mark.parametrize("ending", MADE)
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_comes_out_as_expected(name: str, ending: str, rewrite_golden: bool) -> None:
    """``pytest tests/test_report_outputs.py --rewrite-golden`` writes them anew."""
    made = MADE[ending](REPORTS[name])
    if ending == "html":  # the style has tests of its own
        made = re.sub(r"(?s)<style>.*?</style>|sha256-[^']*", "", made)
    compared(f"{name}.{ending}", made.encode(), rewrite_golden=rewrite_golden)


def test_the_calendar_comes_out_as_expected(rewrite_golden: bool) -> None:
    compared("suivi.ics", calendar(), rewrite_golden=rewrite_golden)


def compared(name: str, made: bytes, *, rewrite_golden: bool) -> None:
    if rewrite_golden:
        (GOLDEN / name).write_bytes(made)
    assert made == (GOLDEN / name).read_bytes()


def test_no_expected_output_is_left_over() -> None:
    made = {f"{name}.{ending}" for name in REPORTS for ending in MADE} | {"suivi.ics"}
    assert {path.name for path in GOLDEN.iterdir()} == made


@pytest.mark.parametrize("name", REPORTS)
def test_the_same_report_has_the_same_bytes(name: str) -> None:
    one, other = REPORTS[name], reports()[name]
    assert as_xlsx.xlsx_of(one, "fr") == as_xlsx.xlsx_of(other, "fr")
    for make in MADE.values():
        assert make(one) == make(other)


# -- CSV ------------------------------------------------------------------------------------------


def report_with(*cells: Any) -> Report:
    """A report with one row of text cells."""
    columns = tuple(
        Column(f"c{rank}", Bilingual(f"C{rank}", f"C{rank}")) for rank in range(len(cells))
    )
    section = Section(Bilingual("T", "T"), columns, (cells,))
    return Report("r", Bilingual("T", "T"), Bilingual("L", "L"), AS_OF, source(), (section,))


def test_excel_in_french_has_its_signs() -> None:
    text = as_csv.csv_of(REPORTS["delais"], "fr", as_csv.EXCEL_FR)
    assert text.startswith("\ufeffMinistère;Identifiant;Posées;")
    assert ";59,5;91;2025-06-01;" in text
    assert text.endswith("\r\n")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_no_cell_of_a_spreadsheet_is_a_formula(text: str) -> None:
    for hostile in (text, *(sign + text for sign in ("=", "+", "-", "@", "\t", "\r", " =", "＝"))):
        made = as_csv.csv_of(report_with(hostile), "fr", as_csv.EXCEL_FR)
        (_, row) = csv.reader(io.StringIO(made[1:], newline=""), delimiter=";")
        assert row[0] in {hostile, f"'{hostile}"}
        assert not row[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_plain_csv_keeps_every_cell(text: str) -> None:
    made = as_csv.csv_of(report_with(text, "x"), "fr")
    (_, row) = csv.reader(io.StringIO(made, newline=""))
    assert row[0] == text


# -- Workbook -------------------------------------------------------------------------------------


def workbook(report: Report) -> Any:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx.xlsx_of(report, "fr")))


def test_a_workbook_has_real_dates_and_numbers() -> None:
    (sheet,) = workbook(REPORTS["rappel"]).worksheets
    headings, first = list(sheet.iter_rows(min_row=6, max_row=7, values_only=True))
    row = dict(zip(headings, first, strict=True))
    assert row["Publiée le"] == datetime(2025, 3, 4)  # noqa: DTZ001  (a day has no zone)
    assert row["Jours de retard"] == 28
    assert row["Adresse"] == "https://www.assemblee-nationale.fr/dyn/17/questions/QANR5L17QE8"
    assert "SHA-256" in sheet["A3"].value
    assert workbook(REPORTS["delais"]).sheetnames == [
        "Par ministère",
        "L'attente, en jours".replace("'", " "),
    ]


def test_a_workbook_has_no_formula() -> None:
    (sheet,) = workbook(report_with("=1+1", "http://x.example/", "@x")).worksheets
    assert [(cell.value, cell.data_type) for cell in sheet[7]] == [
        ("=1+1", "s"), ("http://x.example/", "s"), ("@x", "s")
    ]  # fmt: skip


def test_a_workbook_says_no_day_but_that_of_the_report() -> None:
    archive = zipfile.ZipFile(io.BytesIO(as_xlsx.xlsx_of(REPORTS["rappel"], "fr")))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2025-06-01T00:00:00Z" in archive.read("docProps/core.xml")


# -- JSON, Markdown, page -------------------------------------------------------------------------


def test_json_keeps_numbers_and_what_is_not_reached() -> None:
    made = json.loads(as_json.json_of(REPORTS["delais"], "en"))
    assert made["as_of"] == "2025-06-01"
    assert made["source"]["licence"] == "Licence Ouverte 2.0"
    assert made["sections"][0]["total"]["mediane_reponses"] == 59.5
    assert made["sections"][0]["rows"][0]["mediane_toutes"] is None


def test_markdown_keeps_hostile_text_in_its_cell() -> None:
    text = as_markdown.markdown_of(report_with("a|b\n*c* <script> [x](y)"), "fr")
    assert r"| a\|b \*c\* \<script\> \[x\](y) |" in text


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_page_stands_alone_and_its_tables_say_what_they_are(name: str, lang: str) -> None:
    page = report_page(REPORTS[name], lang)
    assert f'<html lang="{lang}">' in page
    assert not re.search(r"<script|<link|<img|\bstyle=|\bsrc=|@import|url\(", page)
    assert page.count("<table>") == page.count("<caption>")
    assert page.count("<svg") == page.count('role="img"')
    assert "SHA-256" in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_hostile_titles_stay_text_in_a_page() -> None:
    page = report_page(REPORTS["suivi"], "fr")
    assert "Chalutiers &lt;à quai&gt;" in page
    assert "<à quai>" not in page


def test_a_chart_has_the_figures_of_its_table() -> None:
    section = REPORTS["delais"].sections[0]
    drawn = [chart_svg(section, chart, "fr", alone=True) for chart in section.charts]
    assert "Mer et de la pêche : En attente, délai dépassé, 2 (33,3 %)" in drawn[0]
    assert "Santé, Médiane de toutes les questions (jours) 91 jours" in drawn[1]


def test_without_a_value_a_figure_says_why() -> None:
    text = as_markdown.markdown_of(REPORTS["delais"], "fr")
    assert re.search(r"Ministère de la mer.*\| – \| non atteinte \|", text)


# -- Calendar -------------------------------------------------------------------------------------


def test_the_calendar_is_one_that_a_library_reads() -> None:
    read: Any = icalendar.Calendar.from_ical(calendar())
    events: list[Any] = list(read.walk("VEVENT"))
    assert [(str(one["UID"]).partition("@")[0], one["DTSTART"].dt) for one in events] == [
        ("QANR5L17QE8-echeance", date(2025, 5, 4)),
        ("QANR5L17QE8-echeance-signalement-2025-05-06", date(2025, 5, 16)),
        ("QANR5L17QE9-echeance", date(2025, 5, 18)),
        ("QANR5L17QE9-echeance-signalement-2025-05-27", date(2025, 6, 6)),
        ("QANR5L17QE10-echeance", date(2025, 6, 8)),
    ]
    assert str(events[0]["SUMMARY"]) == "Échéance : question écrite n° 17-8, Marins | malades"
    assert {one["DTSTAMP"].dt.isoformat() for one in events} == {"2025-06-01T00:00:00+00:00"}


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_says() -> None:
    for lang in ("fr", "en"):
        lines = calendar(lang).split(b"\r\n")
        assert lines[-1] == b""
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)
        assert any(line.startswith(b" ") for line in lines)


@given(st.text())
def test_any_text_survives_folding_and_marking(text: str) -> None:
    folded = "\r\n".join(as_ics._folded(f"SUMMARY:{as_ics._text(text)}"))  # noqa: SLF001
    assert all(len(line.encode(errors="surrogatepass")) <= 75 for line in folded.split("\r\n"))
    unfolded = folded.replace("\r\n ", "").removeprefix("SUMMARY:")
    plain = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], unfolded)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert plain == "".join(c for c in lines if c == "\n" or (c >= " " and c != "\x7f"))


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"pip install 'questions-rdf\[xlsx\]'"):
        as_xlsx.library()


def test_kinds_know_which_are_figures() -> None:
    assert [kind for kind in Kind if kind.is_figure] == [
        Kind.INTEGER,
        Kind.ORDINAL,
        Kind.DECIMAL,
        Kind.SHARE,
    ]
