"""``questions-rdf report``: reminder lists, delays, follow-ups and subjects, in many formats."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from questions_rdf.cli import _talk
from questions_rdf.cli._data import data_options, loaded
from questions_rdf.cli._language import language
from questions_rdf.cli._report_output import Outputs, give
from questions_rdf.errors import UsageError

if TYPE_CHECKING:
    from questions_rdf.reports.corpus import Corpus
    from questions_rdf.reports.report import Source

_Command = TypeVar("_Command", bound=Callable[..., object])
_DATE = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(path_type=Path, dir_okay=False)


class _Report(click.Command):
    """A report; ``--csv`` alone is the plain kind, also in front of an argument."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, ["--csv=plain" if one == "--csv" else one for one in args])


_OUTPUT_OPTIONS = (
    click.option(
        "--csv",
        type=click.Choice(["plain", "excel-fr"]),
        metavar="[=excel-fr]",
        help="Print CSV; =excel-fr for spreadsheets in French (semicolon, decimal comma).",
    ),
    click.option("--json", is_flag=True, help="Print JSON."),
    click.option("--markdown", is_flag=True, help="Print Markdown."),
    click.option("--xlsx", type=_FILE, metavar="FILE", help="Write a workbook of spreadsheets."),
    click.option(
        "--html", type=_FILE, metavar="FILE", help="Write a page that stands alone, with charts."
    ),
)


def _common(command: _Command) -> Any:  # noqa: ANN401  (click's own)
    """``command`` with what all reports have: data, day, language, outputs."""

    def taken(  # noqa: PLR0913, PLR0917
        data: tuple[Path, ...],
        folder: Path | None,
        as_of: datetime | None,
        lang: str,
        csv: str | None,
        xlsx: Path | None,
        html: Path | None,
        *,
        json: bool,
        markdown: bool,
        **own: object,
    ) -> None:
        outputs = Outputs(lang, csv, json, markdown, xlsx, html).checked()
        with _data(data, folder, as_of) as asked:
            command(asked, outputs, **own)

    taken.__doc__ = command.__doc__
    taken.__name__ = command.__name__
    made: Any = taken
    for option in reversed(_OUTPUT_OPTIONS):
        made = option(made)
    made = language(made)
    made = click.option(
        "--as-of",
        type=_DATE,
        metavar="DATE",
        help="The day of which the report speaks. [default: that of the data]",
    )(made)
    made = data_options(made)
    made.__click_params__ += getattr(command, "__click_params__", [])
    return made


class Asked(NamedTuple):
    """The data, the day of the report, and what is said of the source."""

    corpus: "Corpus"
    as_of: date
    source: "Source"


@contextmanager
def _data(data: tuple[Path, ...], folder: Path | None, as_of: datetime | None) -> "Iterator[Asked]":
    from questions_rdf.data_files import data_files
    from questions_rdf.reports.corpus import Corpus
    from questions_rdf.reports.source import source_of

    gc.disable()  # rows by the hundred thousand, none in a cycle: to look for some takes a quarter
    files = [file for path in data for file in data_files(path)]
    day = as_of.date() if as_of else None
    source = source_of(data, files, day)
    _talk.doubtful_day(day, files)
    with loaded(files, folder) as store:
        corpus = Corpus(store, source.jour)
        if not corpus.questions:
            _talk.tell("There is no written question in the data; reports are about these only.")
        yield Asked(corpus, day or source.jour, source)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]}, short_help="Reports on questions."
)
def command() -> None:
    """Reports on written questions, as tables, spreadsheets, pages and calendars.

    \b
    Examples:
      questions-rdf report rappel --as-of 2026-11-22
      questions-rdf report delais --by groupe --html delais.html
      questions-rdf report suivi --depute Brulebois --since 2025-01-01 --ics echeances.ics
      questions-rdf report questions Asalée --csv=excel-fr > asalee.csv

    On a terminal a report comes as tables, into a file or a pipe as CSV.
    """


@command.command(cls=_Report)
@_common
@click.option("--issue", type=_DATE, metavar="DATE", help="The questions of one issue of the JO.")
def rappel(asked: Asked, outputs: Outputs, issue: datetime | None) -> None:
    """The questions without an answer whose deadline is over, ministry by ministry.

    With --issue, as the Journal officiel prints them: those of one issue that had no answer when
    their time was over.

    \b
    Examples:
      questions-rdf report rappel --as-of 2026-11-22
      questions-rdf report rappel --issue 2024-12-03 --markdown
    """
    from questions_rdf.reports.rappel import rappel, rappel_du_numero

    corpus, as_of, source = asked
    if issue:
        give(rappel_du_numero(corpus, issue.date(), as_of, source), outputs)
    else:
        give(rappel(corpus, as_of, source), outputs)


@command.command(cls=_Report)
@_common
@click.option(
    "--ministry",
    type=click.Choice(["asked", "responsible", "answering"]),
    default="responsible",
    show_default=True,
    help="Which ministry counts; answering: the one responsible where there is no answer.",
)
@click.option(
    "--by",
    type=click.Choice(["organe", "portefeuille", "gouvernement", "depute", "groupe", "rubrique"]),
    default="organe",
    show_default=True,
    help="By what questions are put together.",
)
@click.option("--legislature", type=click.IntRange(min=1), metavar="N", help="Only of this one.")
@click.option("--from", "since", type=_DATE, metavar="DATE", help="Published on that day or later.")
@click.option("--to", "until", type=_DATE, metavar="DATE", help="Published by that day.")
def delais(  # noqa: PLR0913, PLR0917
    asked: Asked,
    outputs: Outputs,
    ministry: str,
    by: str,
    legislature: int | None,
    since: datetime | None,
    until: datetime | None,
) -> None:
    """How many answers came in time, late or not at all, and after how many days.

    Two medians: of the answers, and of all questions, those without an answer counted with the
    time for which they waited.

    \b
    Examples:
      questions-rdf report delais --legislature 17
      questions-rdf report delais --by depute --from 2025-01-01 --csv
      questions-rdf report delais --html delais.html --lang en
    """
    from questions_rdf.reports.delais import delais
    from questions_rdf.reports.groupement import Choix, Ministere, Par

    if since and until and since > until:
        raise UsageError("--from is after --to: no day is between them")
    choice = Choix(Ministere(ministry), Par(by), legislature, _day(since), _day(until))
    give(delais(asked.corpus, asked.as_of, asked.source, choice), outputs)


@command.command(cls=_Report)
@_common
@click.option("--depute", multiple=True, metavar="NAME", help="A deputy; may be repeated.")
@click.option("--ministere", multiple=True, metavar="NAME", help="A ministry; may be repeated.")
@click.option("--since", type=_DATE, required=True, metavar="DATE", help="What is new since.")
@click.option("--ics", type=_FILE, metavar="FILE", help="Write the deadlines as a calendar.")
def suivi(  # noqa: PLR0913, PLR0917
    asked: Asked,
    outputs: Outputs,
    depute: tuple[str, ...],
    ministere: tuple[str, ...],
    since: datetime,
    ics: Path | None,
) -> None:
    """What has happened to somebody's questions since a day, and what is due.

    NAME as you write it: part of a name, without accents, a ministry's short label, or an
    identifier (PA…, PO…).

    \b
    Examples:
      questions-rdf report suivi --depute "le fur" --since 2026-01-01
      questions-rdf report suivi --ministere santé --since 2026-10-01 --ics echeances.ics
    """
    from questions_rdf.reports.outputs.as_ics import ics_of
    from questions_rdf.reports.situations import echeances
    from questions_rdf.reports.suivi import suivi, wanted

    corpus, as_of, source = asked
    whose = wanted(corpus, depute, ministere, since.date(), as_of)
    report = suivi(corpus, whose, source)
    if ics:
        due = echeances(corpus, whose)
        ics.write_bytes(ics_of(corpus, due, as_of, source, report.title, lang=outputs.lang))
    give(report, outputs, written=ics is not None)


@command.command(cls=_Report)
@_common
@click.argument("text", nargs=-1, required=True)
def questions(asked: Asked, outputs: Outputs, text: tuple[str, ...]) -> None:
    """All questions that have the words of TEXT, newest first, by legislature.

    Looked for in title, rubrique, analyses and text; accents and case do not count, and a word
    counts where a word of the question begins with it.

    \b
    Examples:
      questions-rdf report questions Asalée
      questions-rdf report questions infirmières santé --json
    """
    from questions_rdf.reports.sujet import questions

    give(questions(asked.corpus, " ".join(text), asked.as_of, asked.source), outputs)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
