"""``questions-rdf quality``: how complete and how valid an output is, for people and as DQV."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from questions_rdf.cli import _talk
from questions_rdf.cli._data import data_argument
from questions_rdf.cli._jobs import jobs_option
from questions_rdf.cli._language import language
from questions_rdf.errors import OutputError, UsageError

if TYPE_CHECKING:
    from questions_rdf.quality import Report

_TURTLE = "quality.ttl"
_SHOWN_CODES = 20


@click.command()
@data_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder for quality.ttl (DQV), quality.fr.html and quality.en.html. "
    "[default: quality; with --json none]",
)
@language
@jobs_option
@click.option("--quiet", "-q", is_flag=True, help="Print no summary.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
def command(  # noqa: PLR0913  (the options of the verb)
    data: Path, out: Path | None, lang: str, jobs: int, *, quiet: bool, as_json: bool
) -> None:
    """Measure how complete and how valid DATA is: an output folder (out by default), or a file.

    Completeness of each property, and validity by the SHACL report of the build, for all
    questions, by legislature and by form of source document; and the findings of the build by
    code. Each share comes with its numerator and denominator. DATA itself is not changed. The
    exit code is 1 if there is a finding that is an error.

    \b
    Examples:
      questions-rdf quality
      questions-rdf quality out-17 --out quality-17 --lang en
      questions-rdf quality out --json | jq '.conformity[0]'
    """
    from questions_rdf.data_files import data_files
    from questions_rdf.quality import measured

    folder = out if out or as_json else Path("quality")
    if folder and folder.resolve() == data.resolve():
        raise UsageError(f"{folder} is the data itself: name another folder with --out")
    _talk.changed(data_files(data))
    report = measured(data, jobs)
    if folder:
        _write(report, folder)
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    elif not quiet:
        _summary(report, lang)
    if folder and not quiet:
        names = ", ".join((_TURTLE, *map(_page, ("fr", "en"))))
        _talk.tell(f"Written to {folder}/: {names}")
    failed = any(one.severity == "error" for one in report.findings)
    raise click.exceptions.Exit(1 if failed else 0)


def _page(lang: str) -> str:
    return f"quality.{lang}.html"


def _write(report: "Report", folder: Path) -> None:
    from questions_rdf import pages
    from questions_rdf.quality import turtle
    from questions_rdf.quality.page import view
    from questions_rdf.readback import fingerprint

    shown = view(report)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _TURTLE).write_bytes(turtle(report))
        for lang in ("fr", "en"):
            page = pages.render("quality.html", lang, **shown)
            (folder / _page(lang)).write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"cannot write {folder}: {error.strerror}") from error
    fingerprint(folder / _TURTLE)


# ---- On the terminal


def _summary(report: "Report", lang: str) -> None:
    """The completeness of questions and answers, their conformity, and the findings."""
    from rich.console import Console

    from questions_rdf.quality.page import questions

    console = Console(highlight=False)
    english = lang == "en"
    said = "questions, as of" if english else "questions, état au"
    click.echo(f"{_talk.number(questions(report))} {said} {report.as_of or '–'}")
    for table in (*_completeness(report, lang), _conformity(report, lang), _findings(report, lang)):
        with console.capture() as drawn:
            console.print(table)
        click.echo()
        for line in drawn.get().splitlines():  # rich fills lines up with spaces
            click.echo(line.rstrip())


def _table(title: str, *columns: str) -> Any:  # noqa: ANN401  rich is imported on demand
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column(columns[0], overflow="fold")
    for column in columns[1:]:
        table.add_column(column, justify="right" if column in _RIGHT else "left")
    return table


_RIGHT = {"%", "n", "n / N", "constats", "findings"}


def _completeness(report: "Report", lang: str) -> list[Any]:
    from questions_rdf.quality.page import NEEDS, name_of_class

    shown = [one for one in report.classes if one.classe.startswith(("qp:Question", "qp:Reponse"))]
    tables = []
    for one in shown:
        kind = name_of_class(one.classe).in_language(lang)
        need = "need" if lang == "en" else "statut"
        word = "property" if lang == "en" else "propriété"
        table = _table(f"{kind} ({_talk.number(one.counts['all'])})", word, need, "%", "n / N")
        for field in one.fields:
            cell = field.complete[0]
            share = f"{_talk.number(cell.numerator)} / {_talk.number(cell.denominator)}"
            needed = NEEDS[field.need].in_language(lang)
            table.add_row(field.term, needed, f"{cell.percent:.1f}", share)
        tables.append(table)
    return tables


def _conformity(report: "Report", lang: str) -> Any:  # noqa: ANN401
    from questions_rdf.quality.page import name_of_scope

    english = lang == "en"
    if not report.validated:
        return (
            "Not validated: no SHACL report." if english else "Non validé : pas de rapport SHACL."
        )
    title = "Questions without a violation" if english else "Questions sans violation"
    table = _table(title, "", "%", "n / N")
    names = {scope.key: name_of_scope(scope).in_language(lang) for scope in report.scopes}
    for cell in report.conformity:
        share = f"{_talk.number(cell.numerator)} / {_talk.number(cell.denominator)}"
        table.add_row(names[cell.scope], f"{cell.percent:.1f}", share)
    return table


def _findings(report: "Report", lang: str) -> Any:  # noqa: ANN401
    from rich.text import Text

    english = lang == "en"
    if not report.findings:
        return "No finding." if english else "Aucun constat."
    count = "findings" if english else "constats"
    table = _table("Findings" if english else "Constats", "code", "", count)
    for one in report.findings[:_SHOWN_CODES]:
        table.add_row(Text(one.code), Text(one.severity), _talk.number(one.lines))
    more = len(report.findings) - _SHOWN_CODES
    if more > 0:
        table.add_row(f"… {more}", "", "")
    return table
