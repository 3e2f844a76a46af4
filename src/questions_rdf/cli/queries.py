"""``questions-rdf queries``: the queries that come with the program, for people and as data."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from questions_rdf.cli import _language

if TYPE_CHECKING:
    from questions_rdf.query_files.library import Language, QueryFile


@click.command()
@click.argument("word", required=False)
@_language.language
@click.option("--json", "as_json", is_flag=True, help="Everything that is known, as JSON.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "ttl"]),
    default="table",
    show_default=True,
    help="ttl: the queries as data (sh:SPARQLSelectExecutable).",
)
def command(word: str | None, lang: "Language", format_name: str, *, as_json: bool) -> None:
    """List the queries that come with the program, or those about WORD.

    WORD is looked for in names, titles, descriptions and keywords, in French and English, with or
    without accents. `questions-rdf query NAME --param name=value` runs one.

    \b
    Examples:
      questions-rdf queries
      questions-rdf queries retard
      questions-rdf queries deadline --lang en
      questions-rdf queries --format ttl > queries.ttl
    """
    from questions_rdf.query_files import as_data, library

    files = library.matching(library.library(), word or "")
    if not files and word:
        click.echo(f"no query about {word!r}", err=True)
    if as_json:
        click.echo(json.dumps([_described(file) for file in files], ensure_ascii=False, indent=1))
    elif format_name == "ttl":
        click.echo(as_data.turtle(files), nl=False)
    elif sys.stdout.isatty():
        _print_table(files, lang)
    else:
        for file in files:
            click.echo("\t".join(_cells(file, lang)))


def _described(file: "QueryFile") -> dict[str, Any]:
    import msgspec

    said = msgspec.to_builtins(file.header)
    for name, parameter in said["parameters"].items():
        parameter["default"] = file.default(name)
    return {"name": file.name, **said, "columns": file.columns()}


def _cells(file: "QueryFile", language: "Language") -> tuple[str, str, str]:
    """Name, title, and the parameters with their defaults."""
    defaults = ((name, file.default(name)) for name in file.parameters)
    shown = (f"{name}={value or ''}" for name, value in defaults)
    return file.name, file.words(language).title, ", ".join(shown)


def _print_table(files: "list[QueryFile]", language: "Language") -> None:
    from rich.console import Console
    from rich.table import Table

    heads = ("requête", "titre", "paramètres") if language == "fr" else ("query", "title", "with")
    table = Table()
    for head in heads:
        table.add_column(head, overflow="fold")
    for file in files:
        table.add_row(*_cells(file, language))
    Console(highlight=False).print(table)
