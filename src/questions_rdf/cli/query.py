"""``questions-rdf query``: SPARQL over the output, in an embedded Oxigraph."""

import difflib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questions_rdf.cli._data import data_options, loaded
from questions_rdf.errors import UnreadableInputError, UsageError
from questions_rdf.files import data_folder
from questions_rdf.formats import FORMATS

if TYPE_CHECKING:
    from questions_rdf import query as engine

_DATE = len("2026-11-22")
_FRAME = 3  # what a table draws around a cell
_SPARE = 8  # with less to share out, the table would be wider than the terminal


@click.command()
@click.argument("query", metavar="QUERY")
@data_options
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", *FORMATS]),
    help="[default: a table on a terminal, else csv; ttl for CONSTRUCT]",
)
def command(
    query: str, data: tuple[Path, ...], folder: Path | None, format_name: str | None
) -> None:
    """Run QUERY over the output, in SPARQL.

    QUERY is the text of a query, a .rq file, - for standard input, or the name of an example:
    questions, reponses-tardives, questions-en-attente, signalements, clotures,
    changements-attribution, circonscriptions, groupes, portefeuilles.

    The prefixes of the ontology (qp:, dcterms:, schema: …) need not be declared. The data is the
    default graph; labels of statuses and motives are in GRAPH
    <https://w3id.org/questions-parlementaires/def>.

    \b
    Examples:
      questions-rdf query 'SELECT ?n ?t { ?q qp:numero ?n ; dcterms:title ?t }'
      questions-rdf query late.rq --format csv > late.csv
      questions-rdf query reponses-tardives --data out-17 --store store-17
      questions-rdf query 'DESCRIBE ?q WHERE { ?q qp:numero 2621 }' --format ttl
    """
    from questions_rdf import query as engine
    from questions_rdf.data_files import data_files

    files = [file for path in data for file in data_files(path)]
    text = _text(query)
    base = engine.base_of(data[0])
    engine.refuse_nonsense(text, base)
    with loaded(files, folder) as store:
        _print(engine.run(store, text, base), base, format_name)


def _print(results: "engine.Results", base: str, format_name: str | None) -> None:
    from questions_rdf import query as engine

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
    if re.fullmatch(r"[a-z-]+", query):
        return _example(query)
    if not query.endswith((".rq", ".sparql")):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableInputError(f"{query}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"{query}: not text in UTF-8") from error


def _example(name: str) -> str:
    """The example query of that name; SPARQL is never a single word."""
    examples = {path.stem: path for path in sorted(data_folder("queries").glob("*.rq"))}
    if name not in examples:
        near = difflib.get_close_matches(name, examples, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(examples)}"
        raise UsageError(f"no example query {name!r}; {hint}")
    return examples[name].read_text(encoding="utf-8")


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
    widths = [max(map(len, cells)) for cells in zip(*solutions.rows, strict=True)]
    roomy = sum(min(width, _DATE) + _FRAME for width in widths) + _SPARE < console.width
    for column, width in zip(solutions.columns, widths or map(len, solutions.columns), strict=True):
        # A cell that is cut says something else: it is folded, dates only where they must be.
        least = width if roomy and width <= _DATE else None
        table.add_column(column, overflow="fold", min_width=least)
    for row in solutions.rows:
        table.add_row(*row)
    console.print(table)
    count = len(solutions.rows)
    click.echo(f"{count} {'row' if count == 1 else 'rows'}", err=True)
