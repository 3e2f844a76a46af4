"""``questions-rdf load``: the output into a triple store, over HTTP."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questions_rdf.cli import _talk
from questions_rdf.errors import UsageError

if TYPE_CHECKING:
    from questions_rdf.load.loading import Loaded

_DIFFERS = 1
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def _size(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    number, unit = value.rstrip("KMGkmg"), value.lstrip("0123456789").upper()
    if not number.isdecimal() or unit not in _UNITS or int(number) == 0:
        raise click.BadParameter(f"{value!r} is no size; write it as 500K or 4M")
    return int(number) * _UNITS[unit]


@click.command()
@click.argument("data", type=click.Path(path_type=Path), default="out")
@click.option("--to", "url", metavar="URL", help="The store, such as http://localhost:7878.")
@click.option("--store-type", "kind", metavar="TYPE", help="What it is, if it does not say so.")
@click.option("--graph", metavar="IRI", help="Graph to load into. [default: the default graph]")
@click.option("--replace", is_flag=True, help="In place of what the graph holds.")
@click.option("--resume", is_flag=True, help="Go on where an earlier load of this data stopped.")
@click.option("--chunk", callback=_size, metavar="SIZE", help="How much to send at once: 4M.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done, as JSON.")
def command(  # noqa: PLR0913  (the options of the verb)
    data: Path,
    url: str | None,
    kind: str | None,
    graph: str | None,
    chunk: int | None,
    *,
    replace: bool,
    resume: bool,
    dry_run: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Load DATA into a triple store, and count it there.

    \b
    Examples:
      questions-rdf load --to http://localhost:7878
      questions-rdf load --to http://localhost:3030/questions --graph https://example.org/g --replace
    """
    from questions_rdf.load import choice
    from questions_rdf.load.address import Address, graph_name
    from questions_rdf.load.credentials import Credentials
    from questions_rdf.load.loading import Order, Talk, load
    from questions_rdf.load.patience import Patience
    from questions_rdf.load.payload import payload
    from questions_rdf.load.receipts import Receipts, default_folder
    from questions_rdf.load.store import Store
    from questions_rdf.load.web import Web

    if url is None:
        raise UsageError("--to names the store: questions-rdf load --to http://localhost:7878")
    address = Address.of(url)
    order = Order(graph_name(graph), replace, resume, chunk)
    with Web(address, Credentials.found(address, os.environ)) as web:
        given = choice.named(kind) if kind else None
        found = payload(data)
        profile = given or choice.detected(web)
        store = Store(profile, choice.endpoints_of(profile, web), web, Patience(say=_talk.tell))
        result = load(found, store, order, Receipts(default_folder(os.environ)), Talk(_talk.tell))
    if as_json:
        _print_json(result)
    raise click.exceptions.Exit(_DIFFERS if result.verified is False else 0)


def _print_json(result: "Loaded") -> None:
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(result), indent=2).decode())
