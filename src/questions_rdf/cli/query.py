"""``questions-rdf query``: SPARQL over the output, in an embedded Oxigraph."""

import re
import sys
from pathlib import Path

import click

from questions_rdf.errors import UnreadableInputError
from questions_rdf.files import data_folder
from questions_rdf.formats import FORMATS

_DATE = len("2026-11-22")


@click.command()
@click.argument("query", metavar="QUERY")
@click.option(
    "--data",
    "data",
    multiple=True,
    type=click.Path(path_type=Path),
    default=["out"],
    show_default=True,
    help="Folder or file of data; may be repeated.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", *FORMATS]),
    help="[default: a table on a terminal, else csv; ttl for CONSTRUCT]",
)
def command(query: str, data: tuple[Path, ...], format_name: str | None) -> None:
    """Run QUERY over the output, in SPARQL.

    QUERY is the text of a query, a .rq file, - for standard input, or the name of an example:
    questions, reponses-tardives, questions-en-attente, signalements, clotures,
    changements-attribution, circonscriptions.

    The prefixes of the ontology (qp:, dcterms:, schema: …) need not be declared. The data is the
    default graph; labels of statuses and motives are in GRAPH
    <https://w3id.org/questions-parlementaires/def>.

    \b
    Examples:
      questions-rdf query 'SELECT ?n ?t { ?q qp:numero ?n ; dcterms:title ?t }'
      questions-rdf query late.rq --format csv > late.csv
      questions-rdf query 'DESCRIBE ?q WHERE { ?q qp:numero 2621 }' --format ttl
    """
    from questions_rdf import query as engine

    files = [file for path in data for file in engine.data_files(path)]
    text = _text(query)
    base = engine.base_of(data[0])
    results = engine.run(engine.loaded(files), text, base)
    on_terminal = sys.stdout.isatty()
    if format_name is None:
        triples = engine.kind(results) == "triples"
        format_name = "ttl" if triples else "table" if on_terminal else "csv"
    if format_name == "table":
        _print_table(results, base)
    else:
        written = engine.serialised(results, format_name)
        sys.stdout.buffer.write(written if written.endswith(b"\n") else written + b"\n")


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    ours = data_folder("queries") / f"{query}.rq"
    if re.fullmatch(r"[a-z-]+", query) and ours.is_file():
        return ours.read_text(encoding="utf-8")
    if not query.endswith((".rq", ".sparql")):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableInputError(f"{query}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"{query}: not text in UTF-8") from error


def _print_table(results: object, base: str) -> None:
    import pyoxigraph
    from rich.console import Console
    from rich.table import Table

    from questions_rdf import query as engine

    console = Console(highlight=False)
    if isinstance(results, pyoxigraph.QueryBoolean):
        console.print("yes" if results else "no")
        return
    if not isinstance(results, pyoxigraph.QuerySolutions):
        raise click.UsageError("this query gives triples: use --format ttl, jsonld or nt")
    solutions = engine.solutions(results, base)
    table = Table()
    for index, column in enumerate(solutions.columns):
        widest = max((len(row[index]) for row in solutions.rows), default=0)
        # A cell that is cut says something else: long ones are folded, dates stay whole.
        table.add_column(column, overflow="fold", min_width=widest if widest <= _DATE else None)
    for row in solutions.rows:
        table.add_row(*row)
    console.print(table)
    count = len(solutions.rows)
    click.echo(f"{count} {'row' if count == 1 else 'rows'}", err=True)
