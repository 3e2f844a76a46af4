"""``questions-rdf build``: sources in, a folder of data and reports out."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Never

import click

from questions_rdf.cli import _limits, _talk
from questions_rdf.cli._jobs import jobs_option
from questions_rdf.cli._language import language
from questions_rdf.compression import COMPRESSIONS
from questions_rdf.formats import FORMATS

if TYPE_CHECKING:
    from questions_rdf.manifest import Manifest

_BASE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]*/)?")


def _base(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not _BASE.fullmatch(value):
        raise click.BadParameter("an http(s) address that ends in /, like https://example.org/")
    return value


def _formats(_ctx: click.Context, _parameter: click.Parameter, value: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(value))


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="out",
    show_default=True,
    help="Folder to write; a former output there is replaced when all went well.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    callback=_formats,
    type=click.Choice(list(FORMATS)),
    default=list(FORMATS),
    help="Format of the data; may be repeated. All three by default.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day as of which the data speaks. [default: the latest date in the input]",
)
@click.option(
    "--base-iri",
    default="https://w3id.org/questions-parlementaires/",
    show_default=True,
    callback=_base,
    help="What the IRIs of the data begin with.",
)
@click.option("--check/--no-check", default=True, help="Validate with SHACL (the default) or not.")
@click.option(
    "--reference",
    multiple=True,
    metavar="FILE",
    help="Acteurs, mandats, organes: the Assembly's archive, or a cache made of it by "
    "'questions-rdf reference'; may be repeated.",
)
@click.option(
    "--wikidata",
    metavar="FILE",
    help="Items of Wikidata with property P4123, as CSV or JSON: adds owl:sameAs.",
)
@click.option(
    "--similar",
    is_flag=True,
    help="Look for questions of nearly the same text; it needs the extra 'similar'.",
)
@click.option(
    "--split",
    type=click.IntRange(min=1),
    metavar="N",
    help="Write volumes of N questions, each with a manifest, instead of one file.",
)
@click.option("--compress", type=click.Choice(list(COMPRESSIONS)), help="Compress the data files.")
@jobs_option
@_limits.limits
@language
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest on standard output.")
def command(  # noqa: PLR0913, PLR0917  (the options of the verb)
    paths: tuple[str, ...],
    out: Path,
    formats: list[str],
    as_of: datetime | None,
    base_iri: str,
    max_member_size: int,
    max_ratio: int,
    max_members: int,
    reference: tuple[str, ...],
    wikidata: str | None,
    split: int | None,
    compress: str | None,
    jobs: int,
    lang: str,
    *,
    check: bool,
    similar: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Convert PATHs into linked data and validate it.

    A PATH is a file, a folder, a zip archive, or - for standard input: the Assembly's JSON or XML,
    or pages of questions as HTML, text or Markdown. What cannot be used is listed in
    problems.jsonl; the rest is converted.

    \b
    Examples:
      questions-rdf build seeds/
      questions-rdf build Questions_gouvernement.json.zip --out out
      questions-rdf build Questions_ecrites.json.zip page.txt --format nt --as-of 2026-11-22
      questions-rdf build seeds/ --reference AMO30_acteurs_mandats_organes_historique.json.zip
      cat page.txt | questions-rdf build - --json
    """
    # Here and not above: the libraries behind them would slow every --help down.
    from questions_rdf.build import NothingReadError, Options, build
    from questions_rdf.publication import MANIFEST
    from questions_rdf.sources import Limits

    limits = Limits(max_member_size, max_ratio, max_members)
    with _talk.progress(shown=not quiet) as progress:
        options = Options(
            out=out,
            formats=formats,
            base=base_iri,
            as_of=_day(as_of),
            limits=limits,
            reference=reference,
            wikidata=wikidata,
            check=check,
            progress=progress,
            jobs=jobs,
            split=split,
            compress=compress,
            similar=similar,
        )
        try:
            manifest = build(list(dict.fromkeys(paths)), options)
        except NothingReadError as nothing:
            _talk.problems(nothing.problems, out, lang, quiet=quiet)
            raise
    if not quiet:  # a day that is too early is a problem of its own
        _talk.doubtful_day(_day(as_of), [out / MANIFEST], early=False)
    _report(manifest, out, lang, quiet=quiet, as_json=as_json)


def _report(manifest: "Manifest", out: Path, lang: str, *, quiet: bool, as_json: bool) -> Never:
    if as_json:
        click.echo(manifest.written().decode(), nl=False)
    with (out / "problems.jsonl").open(encoding="utf-8") as lines:
        _talk.problems(lines, out, lang, quiet=quiet)
    if not quiet:
        _talk.summary(manifest, out)
    raise click.exceptions.Exit(0 if manifest.sound else 1)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
