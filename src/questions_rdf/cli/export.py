"""``questions-rdf export``: the output as flat tables, for those who do not use RDF."""

from pathlib import Path
from typing import TYPE_CHECKING, Never

import click

from questions_rdf.cli import _talk
from questions_rdf.cli._data import data_argument
from questions_rdf.cli._jobs import jobs_option
from questions_rdf.cli._language import language
from questions_rdf.errors import UsageError
from questions_rdf.near_misses import hint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from questions_rdf.exports.account import Account

_PLAIN = "rfc4180"
_SHOWN = 5
_NO_CLASS = {"fr": "sans classe", "en": "no class"}
_MISSING = {
    "not_exported": {
        "fr": "Triplets de choses pour lesquelles il n'y a pas de table",
        "en": "Triples of things that no table is for",
    },
    "not_covered": {
        "fr": "Triplets de propriétés pour lesquelles il n'y a pas de colonne",
        "en": "Triples of properties that no column is for",
    },
    "left_out": {
        "fr": "Valeurs qui ne conviennent pas à leur colonne",
        "en": "Values that do not fit their column",
    },
    "dangling": {
        "fr": "Liens vers des choses que les données ne décrivent pas",
        "en": "Links to things that the data does not describe",
    },
}


class _Export(click.Command):
    """``--csv`` has a value only if it stands behind a ``=``: what follows may be DATA."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        options = [f"--csv={_PLAIN}" if one == "--csv" else one for one in args[:end]]
        return super().parse_args(ctx, [*options, *args[end:]])


@click.command(cls=_Export)
@data_argument
@click.option(
    "--csv",
    "dialect",
    metavar="[=DIALECT]",
    help="Write CSV: rfc4180 (the default), or excel-fr with semicolons for the French Excel.",
)
@click.option("--parquet", is_flag=True, help="Write Parquet; it needs the extra of that name.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="export",
    show_default=True,
    help="Folder to write; former tables there are replaced when all went well.",
)
@click.option(
    "--table",
    "tables",
    multiple=True,
    metavar="NAME",
    help="Table to write, such as questions or reponses; may be repeated. All by default.",
)
@click.option(
    "--texts/--no-texts",
    default=True,
    help="With the texts of questions and answers, which are the bulk (the default), or without.",
)
@click.option(
    "--base-iri", metavar="IRI", help="What the IRIs of DATA begin with. [default: as built]"
)
@jobs_option
@language
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest on standard output.")
def command(  # noqa: PLR0913, PLR0917  (the options of the verb)
    data: Path,
    dialect: str | None,
    out: Path,
    tables: tuple[str, ...],
    base_iri: str | None,
    jobs: int,
    lang: str,
    *,
    parquet: bool,
    texts: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Write DATA as flat tables: questions, answers, events, people, ministries and more.

    DATA is an output folder (out by default) or a file of data. Each table is a file; names stand
    beside identifiers. With CSV comes csv-metadata.json (CSV on the Web): types, keys, meaning of
    each column in French and English.

    \b
    Examples:
      questions-rdf export --csv
      questions-rdf export --csv=excel-fr out --no-texts --out tableur
      questions-rdf export --parquet --table questions --table reponses
    """
    # Here and not above: the libraries behind them would slow every --help down.
    from questions_rdf.data_files import data_files
    from questions_rdf.exports.dialects import DIALECTS
    from questions_rdf.exports.exporting import Options, export
    from questions_rdf.exports.sheets import SHEETS

    if not dialect and not parquet:
        raise UsageError("which format? --csv, --csv=excel-fr or --parquet")
    _talk.changed(data_files(data))
    with _talk.progress(shown=not quiet) as progress:
        options = Options(
            out=out,
            dialect=DIALECTS[_known(dialect, DIALECTS, "dialect")] if dialect else None,
            parquet=parquet,
            tables=[_known(name, SHEETS, "table") for name in dict.fromkeys(tables)],
            texts=texts,
            base=base_iri,
            jobs=jobs,
            progress=progress,
            tell=_talk.tell,
        )
        account = export(data, options)
    _report(account, out, lang, quiet=quiet, as_json=as_json)


def _known(name: str, names: "Mapping[str, object]", what: str) -> str:
    if name in names:
        return name
    raise UsageError(f"no {what} {name!r}; {hint(name, names)}")


def _report(account: "Account", out: Path, lang: str, *, quiet: bool, as_json: bool) -> Never:
    if as_json:
        click.echo(account.written().decode(), nl=False)
    _say_what_is_missing(account, lang)
    if not quiet:
        counts = (f"{name} {_talk.number(rows)}" for name, rows in account.tables.items() if rows)
        click.echo(f"Written to {out}: {', '.join(counts)}", err=True)
    raise click.exceptions.Exit(0 if account.whole else 1)


def _say_what_is_missing(account: "Account", lang: str) -> None:
    """What the data says and the tables do not."""
    for field, sentences in _MISSING.items():
        counts: dict[str, int] = getattr(account, field)
        if counts:
            most = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_SHOWN]
            named = ", ".join(f"{name or _NO_CLASS[lang]} ({count})" for name, count in most)
            more = ", …" if len(counts) > _SHOWN else ""
            total = _talk.number(sum(counts.values()))
            click.echo(f"{sentences[lang]} ({total}): {named}{more}", err=True)
