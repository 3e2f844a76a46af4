"""``questions-rdf validate``: RDF data against the SHACL shapes, with pySHACL as the judge."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from questions_rdf.cli._language import language

if TYPE_CHECKING:
    from questions_rdf.validation.shacl import Finding


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@language
@click.option(
    "--strict",
    is_flag=True,
    help="Refuse properties that the mapping does not write (closed shapes).",
)
@click.option("--json", "as_json", is_flag=True, help="Print one finding a line, as JSON.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the SHACL report as Turtle too.",
)
def command(
    paths: tuple[Path, ...], lang: str, report: Path | None, *, strict: bool, as_json: bool
) -> None:
    """Validate PATHs: Turtle, N-Triples or JSON-LD files, or an output folder (out by default).

    The ontology's lists are loaded beside the data. Violations end with exit code 1; warnings,
    such as a reference to a person whom the data does not describe, do not.

    \b
    Examples:
      questions-rdf validate
      questions-rdf validate some.ttl --lang en
      questions-rdf validate out --json | jq .code
    """
    import msgspec

    from questions_rdf.data_files import data_files
    from questions_rdf.problems import Severity
    from questions_rdf.validation.report import report_text, report_turtle
    from questions_rdf.validation.shacl import load_data, questions_in, validate
    from questions_rdf.validation.shapes import load_shapes

    files = [file for path in paths or (Path("out"),) for file in data_files(path)]
    data = load_data(files)
    shapes = load_shapes(strict=strict)
    findings = validate(data, shapes)
    if report is not None:
        report.write_text(report_turtle(findings, shapes), encoding="utf-8", newline="\n")
    if as_json:
        for finding in findings:
            click.echo(msgspec.json.encode(_flat(finding)).decode())
    else:
        click.echo(report_text(findings, lang), nl=False)
    _say_what_was_checked(questions_in(data), files, lang)
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


def _say_what_was_checked(questions: int, files: list[Path], lang: str) -> None:
    """Data without a question conforms to everything: that is worth a word."""
    if lang == "en":
        said = f"Questions checked: {questions}" if questions else "No question"
    else:
        said = f"Questions vérifiées : {questions}" if questions else "Aucune question"
    click.echo(f"{said} ({', '.join(map(str, files))})", err=True)
