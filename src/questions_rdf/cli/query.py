"""``questions-rdf query``: SPARQL over the output, in an embedded Oxigraph."""

import re
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from questions_rdf.cli import _talk
from questions_rdf.cli._data import data_options, loaded
from questions_rdf.errors import UnreadableInputError, UsageError
from questions_rdf.formats import FORMATS

if TYPE_CHECKING:
    import pyoxigraph as ox

    from questions_rdf import query as engine
    from questions_rdf.query_files.library import QueryFile

_FRAME = 3  # what a table draws around a cell
_GAP = 2
_LONGEST_WORD = 14  # of a longer one, a column shows the beginning in one line and the rest in more


@click.command()
@click.argument("query", metavar="QUERY")
@data_options
@click.option(
    "--param",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    help="Put a value into the query; may be repeated. `questions-rdf queries` says which.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", *FORMATS]),
    help="[default: a table on a terminal, else csv; ttl for CONSTRUCT]",
)
def command(
    query: str,
    data: tuple[Path, ...],
    folder: Path | None,
    values: tuple[str, ...],
    format_name: str | None,
) -> None:
    """Run QUERY over the output, in SPARQL.

    QUERY is the text of a query, a .rq file, - for standard input, or the name of one that comes
    with the program, such as rappel or questions-sur-un-mot: `questions-rdf queries` lists them.

    The prefixes of the ontology (qp:, dcterms:, schema: …) need not be declared. The data is the
    default graph; labels of statuses and motives are in GRAPH
    <https://w3id.org/questions-parlementaires/def>.

    \b
    Examples:
      questions-rdf query 'SELECT ?n ?t { ?q qp:numero ?n ; dcterms:title ?t }'
      questions-rdf query late.rq --format csv > late.csv
      questions-rdf query reponses-tardives --data out-17 --store store-17
      questions-rdf query questions-sur-un-mot --param mot=Asalée
      questions-rdf query 'DESCRIBE ?q WHERE { ?q qp:numero 2621 }' --format ttl
    """
    from questions_rdf import query as engine
    from questions_rdf.data_files import data_files

    files = [file for path in data for file in data_files(path)]
    asked = _asked(query, values, data[0])
    base = engine.base_of(data[0])
    engine.refuse_nonsense(asked.text, base)
    with loaded(files, folder) as store:
        _print(engine.run(store, asked.text, base), base, format_name)
        _say_who_may_be_meant(store, asked, base)


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


class _Asked(NamedTuple):
    """The text to run, with the values in it, and which of these are names of people."""

    text: str
    people: dict[str, str]


def _asked(query: str, values: tuple[str, ...], data: Path) -> _Asked:
    from questions_rdf.query_files import library

    if re.fullmatch(r"[a-z-]*[a-z]", query):  # SPARQL is never a single word
        file = library.named(query)
        _say_what_it_lacks(file, data)
        return _bound(file, values, data)
    text = _written(query)
    if not values:
        return _Asked(text, {})
    return _bound(library.parsed(text, Path(query).stem, "the query"), values, data)


def _say_what_it_lacks(file: "QueryFile", data: Path) -> None:
    """Whether the query asks for what the build was not given: its answer will be empty."""
    from questions_rdf.manifest import Manifest
    from questions_rdf.publication import MANIFEST

    built = Manifest.found(data / MANIFEST)
    if built and "reference" in file.header.needs and not built.reference:
        _talk.tell(f"{file.name} asks for reference data; {data} was built without --reference.")
    if built and "similar" in file.header.needs and "qp:GroupeSimilaire" not in built.classes:
        _talk.tell(f"{file.name} asks for similar questions; {data} has none (build --similar).")


def _written(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if not query.endswith((".rq", ".sparql")):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableInputError(f"{query}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"{query}: not text in UTF-8") from error


def _say_who_may_be_meant(store: "ox.Store", asked: _Asked, base: str) -> None:
    """The names that are like one for which the query finds nothing."""
    from questions_rdf import query as engine
    from questions_rdf.reports import noms
    from questions_rdf.reports.annuaire import Annuaire

    if not asked.people or any(True for _ in engine.run(store, asked.text, base)):  # type: ignore[union-attr]
        return
    people = noms.people(Annuaire(store).personnes.values())
    for name, value in asked.people.items():
        _talk.tell(f"{name} {value!r}: {noms.hint(value, people)}")


def _bound(file: "QueryFile", values: tuple[str, ...], data: Path) -> _Asked:
    """The query with what was given; "today" is the day of the data unless a day was named."""
    from questions_rdf import query as engine

    given: dict[str, str] = {}
    for pair in values:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise UsageError(f"--param {pair}: write it as name=value")
        if name in given:
            raise UsageError(f"--param {name} is given twice")
        given[name] = value
    today = engine.as_of(data)
    days = [name for name, parameter in file.parameters.items() if parameter.as_of and today]
    text = file.bound({**dict.fromkeys(days, str(today)), **given})
    people = {name: given[name] for name in given if file.parameters[name].person}
    return _Asked(text, people)


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
    widths = [_least(cells) for cells in zip(solutions.columns, *solutions.rows, strict=True)]
    if sum(widths) + _FRAME * len(widths) + 1 > console.width:
        _print_one_by_one(solutions, console.width)
    else:
        table = Table()
        for column, width in zip(solutions.columns, widths, strict=True):
            table.add_column(column, overflow="fold", min_width=width)
        for row in solutions.rows:
            table.add_row(*row)
        console.print(table)
    count = len(solutions.rows)
    click.echo(f"{count} {'row' if count == 1 else 'rows'}", err=True)


def _least(cells: tuple[str, ...]) -> int:
    """How wide a column must be for no word to be cut, but for very long ones such as IRIs."""
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    return min(longest, _LONGEST_WORD)


def _print_one_by_one(solutions: "engine.Solutions", width: int) -> None:
    """Each row as lines of a name and a value, where the terminal is too narrow for a table."""
    names = max(map(len, solutions.columns)) + _GAP
    for row in solutions.rows:
        for column, cell in zip(solutions.columns, row, strict=True):
            lines = textwrap.wrap(cell, max(width - names, _LONGEST_WORD))
            for name, line in zip((column, *[""] * len(lines)), lines, strict=False):
                click.echo(f"{name:<{names}}{line}")
        click.echo()
