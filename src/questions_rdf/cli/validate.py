"""``questions-rdf validate``: RDF data against the SHACL shapes, with pySHACL as the judge."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from questions_rdf.cli._jobs import jobs_option
from questions_rdf.cli._language import language

if TYPE_CHECKING:
    from questions_rdf.validation.shacl import Finding


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@language
@click.option(
    "--strict",
    is_flag=True,
    help="Refuse properties that the mapping does not write (closed shapes).",
)
@jobs_option
@click.option("--json", "as_json", is_flag=True, help="Print one finding a line, as JSON.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the SHACL report as Turtle too.",
)
def command(  # noqa: PLR0913  one argument for each option
    paths: tuple[Path, ...],
    lang: str,
    jobs: int,
    report: Path | None,
    *,
    strict: bool,
    as_json: bool,
) -> None:
    """Validate PATHs: Turtle, N-Triples or JSON-LD files, or an output folder (out by default).

    The ontology's lists are loaded beside the data. Violations end with exit code 1; warnings,
    such as a reference to a person whom the data does not describe, do not. Data may be of any
    size: what quick checks do not clear goes to pySHACL, and the report is pySHACL's.

    \b
    Examples:
      questions-rdf validate
      questions-rdf validate some.ttl --lang en
      questions-rdf validate out --json | jq .code
    """
    import msgspec

    from questions_rdf.cli import _talk
    from questions_rdf.data_files import data_files
    from questions_rdf.problems import Severity
    from questions_rdf.validation.corpus import validate_files
    from questions_rdf.validation.report import report_text, report_turtle
    from questions_rdf.validation.shapes import load_shapes

    files = [file for path in paths or (Path("out"),) for file in data_files(path)]
    _talk.changed(files)
    shapes = load_shapes(strict=strict)
    outcome = validate_files(files, shapes, jobs)
    findings = outcome.findings
    _say_what_is_slow(outcome.not_screened, lang)
    if report is not None:
        report.write_text(report_turtle(findings, shapes), encoding="utf-8", newline="\n")
    if as_json:
        for finding in findings:
            click.echo(msgspec.json.encode(_flat(finding)).decode())
    else:
        click.echo(report_text(findings, lang), nl=False)
    _say_what_was_checked(outcome.questions, files, lang)
    violated = any(finding.severity is Severity.ERROR for finding in findings)
    raise click.exceptions.Exit(1 if violated else 0)


def _flat(finding: "Finding") -> dict[str, str | None]:
    """A finding with the names that ``problems.jsonl`` has."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "subject": finding.focus,
        "path": finding.path,
        "value": finding.value,
        "component": finding.component,
        "message": finding.messages.fr,
        "message_en": finding.messages.en,
    }


def _say_what_is_slow(not_screened: dict[str, str], lang: str) -> None:
    """Name the rules that pySHACL has to check on all the data at once, which takes time."""
    for name, reason in not_screened.items():
        rule = name.rpartition("#")[2]
        if lang == "en":
            said = f"Rule {rule} is checked by pySHACL on all the data at once ({reason})"
        else:
            said = f"La règle {rule} est vérifiée par pySHACL sur toutes les données à la fois"
            said += f" ({reason})"
        click.echo(said, err=True)


def _say_what_was_checked(questions: int, files: list[Path], lang: str) -> None:
    """Data without a question conforms to everything: that is worth a word."""
    if lang == "en":
        said = f"Questions checked: {questions}" if questions else "No question"
    else:
        said = f"Questions vérifiées : {questions}" if questions else "Aucune question"
    click.echo(f"{said} ({', '.join(map(str, files))})", err=True)
