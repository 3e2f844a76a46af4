"""``questions-rdf load``: the output into a triple store, over HTTP."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from questions_rdf.cli import _talk
from questions_rdf.errors import UsageError
from questions_rdf.extras import required

if TYPE_CHECKING:
    from questions_rdf.load.loading import Loaded, Order, Plan
    from questions_rdf.load.payload import Payload
    from questions_rdf.load.store import Store

_DIFFERS = 1
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}
_SIZE = re.compile(r"([1-9][0-9]{0,12})([KMG]?)", re.IGNORECASE | re.ASCII)
_LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))


class _Wish(NamedTuple):
    """The options, as they were given."""

    data: Path
    url: str | None
    kind: str | None
    graph: str | None
    chunk: int | None
    timeout: float
    replace: bool
    resume: bool
    dry_run: bool
    quiet: bool
    as_json: bool


def _size(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    found = _SIZE.fullmatch(value)
    if not found:
        raise click.BadParameter(f"{value!r} is no size; write it as 500K or 4M")
    return int(found[1]) * _UNITS[found[2].upper()]


def _kinds(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """What the shell offers for a kind of store."""
    from questions_rdf.load import stores

    return [name for name in stores.profiles() if name.startswith(incomplete)]


@click.command()
@click.argument("data", type=click.Path(path_type=Path), default="out")
@click.option("--to", "url", metavar="URL", help="The store, such as http://localhost:7878.")
@click.option(
    "--store-type",
    "kind",
    metavar="TYPE",
    shell_complete=_kinds,
    help="fuseki, graphdb, oxigraph, qlever, rdf4j or virtuoso, if it does not say so itself.",
)
@click.option("--graph", metavar="IRI", help="Named graph. [default: the default graph]")
@click.option(
    "--replace", is_flag=True, help="In place of what the graph holds, once all is there."
)
@click.option("--resume", is_flag=True, help="Go on where a load of this data broke off.")
@click.option(
    "--chunk",
    callback=_size,
    metavar="SIZE",
    help="How much to send at once: 500K, 4M. [default: what suits the store]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="How long the store may be silent.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--bulk", is_flag=True, help="Print the commands of the store's own bulk loader.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done, as JSON.")
def command(  # noqa: PLR0913  (the options of the verb)
    *,
    data: Path,
    url: str | None,
    kind: str | None,
    graph: str | None,
    chunk: int | None,
    timeout: float,
    replace: bool,
    resume: bool,
    dry_run: bool,
    bulk: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Load DATA into a triple store, and count it there.

    DATA is an output folder or a file (default: out). It is checked against its manifest, sent in
    chunks, and counted at the end. The user and the password, or the token, are taken from
    QUESTIONS_RDF_USER and QUESTIONS_RDF_PASSWORD, or QUESTIONS_RDF_TOKEN, or from ~/.netrc.

    \b
    Examples:
      questions-rdf load --to http://localhost:7878
      questions-rdf load --to http://localhost:3030/questions --graph urn:example:q --replace
      questions-rdf load out-17 --to http://localhost:8890 --graph urn:example:q --resume
      questions-rdf load out-17 --store-type virtuoso --graph urn:example:q --bulk
    """
    from questions_rdf.load.address import graph_name

    wish = _Wish(
        data, url, kind, graph_name(graph), chunk, timeout, replace, resume, dry_run, quiet, as_json
    )
    if bulk:
        _print_bulk(wish)
        return
    if url is None:
        raise UsageError("--to names the store, for instance --to http://localhost:7878")
    required("httpx", extra="load", what="load")
    raise click.exceptions.Exit(_run(wish, url))


def _print_bulk(wish: _Wish) -> None:
    from questions_rdf.load import stores
    from questions_rdf.load.payload import unchanged_files
    from questions_rdf.load.profile import Bulk

    if wish.kind is None:
        raise UsageError("--bulk needs --store-type: the commands are those of one store")
    profile = stores.named(wish.kind)
    stores.refuse_missing_graph(profile, wish.graph)
    files = tuple(file.absolute() for file in unchanged_files(wish.data))
    for line in profile.bulk(Bulk(files, wish.graph)):
        click.echo(line)


def _run(wish: _Wish, url: str) -> int:
    """Load, or say what would be loaded; the exit code."""
    from questions_rdf.load import choice, stores
    from questions_rdf.load.address import Address
    from questions_rdf.load.credentials import Credentials
    from questions_rdf.load.loading import Order
    from questions_rdf.load.patience import Patience
    from questions_rdf.load.payload import payload
    from questions_rdf.load.store import Store
    from questions_rdf.load.web import Web

    address = Address.of(url)
    given = stores.named(wish.kind) if wish.kind else None
    credentials = Credentials.found(address, os.environ)
    if credentials and address.scheme == "http" and address.host not in _LOOPBACK:
        _talk.tell(f"{address}: http, not https: what is sent can be read on the way.")
    data = payload(wish.data)
    order = Order(wish.graph, wish.replace, wish.resume, wish.chunk)
    with Web(address, credentials, wish.timeout) as web:
        profile = given or choice.detected(web)
        stores.refuse_missing_graph(profile, wish.graph)
        endpoints = choice.endpoints_of(profile, web)
        store = Store(profile, endpoints, web, Patience(say=_talk.tell))
        return _plan(wish, store, data, order) if wish.dry_run else _load(wish, store, data, order)


def _plan(wish: _Wish, store: "Store", data: "Payload", order: "Order") -> int:
    from questions_rdf.load.loading import plan
    from questions_rdf.load.receipts import Receipts, default_folder

    found = plan(data, store, order, Receipts(default_folder(os.environ)))
    click.echo(_json(found) if wish.as_json else "\n".join(_planned(found, store)))
    return 0


def _planned(found: "Plan", store: "Store") -> list[str]:
    packed = ", packed with gzip" if found.gzip else ""
    amount = f"{found.triples} triples, {found.bytes} bytes in {found.chunks} chunk(s){packed}"
    start = f", from byte {found.resumed_at} on" if found.resumed_at else ""
    how = f", which is replaced {found.replace}" if found.replace else ""
    return [
        f"would send: {amount}{start}",
        f"from: {', '.join(found.files)}",
        f"to: {found.url} ({store.profile.title})",
        f"into: {_graph(found.graph)}{how}",
    ]


def _load(wish: _Wish, store: "Store", data: "Payload", order: "Order") -> int:
    from questions_rdf.load.loading import Talk, load
    from questions_rdf.load.profile import Move
    from questions_rdf.load.receipts import Receipts, default_folder

    receipts = Receipts(default_folder(os.environ))
    if order.replace and store.profile.move == Move.IN_STEPS and not wish.quiet:
        _talk.tell(
            f"{store.profile.title} does not replace a graph at once: "
            "who asks while the new data is moved may see a part of it."
        )
    with _talk.transfers(shown=not wish.quiet) as talk:
        patient = store.saying(talk.tell)
        try:
            result = load(data, patient, order, receipts, Talk(talk.tell, talk.begun("Sending…")))
        except KeyboardInterrupt:
            talk.tell("What the store has acknowledged is noted: --resume goes on from there.")
            raise
    if wish.as_json:
        click.echo(_json(result))
    return _judged(result, quiet=wish.quiet)


def _judged(result: "Loaded", *, quiet: bool) -> int:
    """Say how it ended; the exit code."""
    where = f"{_graph(result.graph)} of {result.url}"
    now = f"{_talk.number(result.after)} triples"
    if result.verified is False:
        _talk.tell(f"questions-rdf: {_difference(result)}")
        return _DIFFERS
    if quiet:
        return 0
    if result.verified:
        _talk.tell(f"{where}: {now}, as the manifest says.")
    elif result.expected is None:
        _talk.tell(f"{where}: {now}; no manifest says how many there should be.")
    else:
        _talk.tell(
            f"{where}: {now}, {_talk.number(result.before)} of them from before; whether all that "
            "was sent is among them cannot be told by counting (--replace makes it certain)."
        )
    return 0


def _difference(result: "Loaded") -> str:
    if result.waiting_in:
        return (
            f"<{result.waiting_in}> has {result.after} triples, the manifest says "
            f"{result.expected}: {_graph(result.graph)} is left as it was; load again"
        )
    return (
        f"{_graph(result.graph)} of {result.url} has {result.after} triples, the manifest says "
        f"{result.expected}; load again with --replace, and see whether somebody else writes there"
    )


def _graph(graph: str | None) -> str:
    return "the default graph" if graph is None else f"<{graph}>"


def _json(what: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(what), indent=2).decode()
