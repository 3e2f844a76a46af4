"""``questions-rdf query``: SPARQL over the output, in an embedded Oxigraph."""

import sys
from pathlib import Path

import click

from questions_rdf.errors import UnreadableInputError
from questions_rdf.formats import FORMATS


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
    """Run QUERY, the text of a SPARQL query, a .rq file, or - for standard input.

    The prefixes of the ontology (qp:, dcterms:, schema: …) need not be declared. The data is the
    default graph; labels of statuses and motives are in GRAPH
    <https://w3id.org/questions-parlementaires/def>.

    \b
    Examples:
      questions-rdf query 'SELECT ?titre WHERE { ?q dcterms:title ?titre }'
      questions-rdf query late.rq --format csv > late.csv
      questions-rdf query 'DESCRIBE ?q WHERE { ?q qp:numero 2621 }' --format ttl
    """
    from questions_rdf import query as engine

    files = [file for path in data for file in engine.data_files(path)]
    text = _text(query)
    results = engine.run(engine.loaded(files), text)
    on_terminal = sys.stdout.isatty()
    if format_name is None:
        triples = engine.kind(results) == "triples"
        format_name = "ttl" if triples else "table" if on_terminal else "csv"
    if format_name == "table":
        _print_table(results)
    else:
        sys.stdout.buffer.write(engine.serialised(results, format_name))


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if not query.endswith((".rq", ".sparql")):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{query}: {error}") from error


def _print_table(results: object) -> None:
    import pyoxigraph
    from rich.console import Console
    from rich.table import Table

    from questions_rdf import query as engine
    from questions_rdf.iris import DEFAULT_BASE

    console = Console(highlight=False)
    if isinstance(results, pyoxigraph.QueryBoolean):
        console.print("yes" if results else "no")
        return
    if not isinstance(results, pyoxigraph.QuerySolutions):
        raise click.UsageError("this query gives triples: use --format ttl, jsonld or nt")
    solutions = engine.solutions(results, DEFAULT_BASE)
    table = Table(*solutions.columns)
    for row in solutions.rows:
        table.add_row(*row)
    console.print(table)
    count = len(solutions.rows)
    click.echo(f"{count} {'row' if count == 1 else 'rows'}", err=True)
