"""``questions-rdf publish``: the output as a web site of plain files."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Never

import click

from questions_rdf.cli import _talk
from questions_rdf.cli._data import data_argument
from questions_rdf.cli._jobs import jobs_option
from questions_rdf.errors import UsageError
from questions_rdf.near_misses import hint

if TYPE_CHECKING:
    from questions_rdf.resources import Kind
    from questions_rdf.site.publishing import Published

_BYTES = 1_000_000


@click.command()
@data_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="site",
    show_default=True,
    help="Folder to write; only what changed is written, what is no longer there is taken away.",
)
@click.option(
    "--url",
    metavar="URL",
    help="The address that the site will stand at, for its feeds and sitemap. [default: the IRIs']",
)
@click.option(
    "--endpoint",
    metavar="URL",
    help="The query page of a SPARQL endpoint of this data, for links to it. [default: none]",
)
@click.option(
    "--publisher", metavar="NAME", help="Who publishes the site. [default: questions-rdf]"
)
@click.option("--publisher-url", metavar="URL", help="A page about the publisher.")
@click.option("--contact", metavar="MAIL", help="Where to write to the publisher.")
@click.option(
    "--pages",
    multiple=True,
    metavar="KINDS",
    help="Kinds of things to make pages of, such as question,ministere; may be repeated. [all]",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that the pages speak of. [default: that of the build]",
)
@jobs_option
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print site.json on standard output.")
def command(  # noqa: PLR0913, PLR0917  (the options of the verb)
    data: Path,
    out: Path,
    url: str | None,
    endpoint: str | None,
    publisher: str | None,
    publisher_url: str | None,
    contact: str | None,
    pages: tuple[str, ...],
    as_of: datetime | None,
    jobs: int,
    *,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make a web site of DATA: a page, Turtle and JSON-LD for each question, deputy, ministry.

    DATA is the output folder of a build (out by default). The site is plain files: any host
    will do, under any address, and it can be opened from the disk. It works without JavaScript,
    search aside.

    \b
    Examples:
      questions-rdf publish
      questions-rdf publish out --out /var/www/questions --url https://questions.example.org/
      questions-rdf publish --pages ministere,groupe,rubrique,legislature
    """
    from questions_rdf.data_files import data_files
    from questions_rdf.site.documentation.publication import Publisher
    from questions_rdf.site.publishing import Options, publish

    with _talk.progress(shown=not quiet) as progress:
        options = Options(
            out=out,
            url=url,
            endpoint=endpoint,
            publisher=Publisher.stated(publisher, publisher_url, contact),
            pages=_kinds(pages),
            as_of=_day(as_of),
            jobs=jobs,
            progress=progress,
        )
        published = publish(data, options)
    if not quiet:
        _talk.doubtful_day(options.as_of, data_files(data))
    _report(published, out, is_addressed=bool(url), quiet=quiet, as_json=as_json)


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _kinds(given: tuple[str, ...]) -> "frozenset[Kind]":
    """The kinds that were named; all, if none was."""
    from questions_rdf.resources import Kind

    known = {kind.value: kind for kind in Kind}
    names = [name.strip() for one in given for name in one.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise UsageError(f"no kind of page {name!r}; {hint(name, known)}")
    if given and not names:
        raise UsageError(f"--pages names no kind; {hint('', known)}")
    return frozenset(known[name] for name in names) or frozenset(Kind)


def _report(
    published: "Published", out: Path, *, is_addressed: bool, quiet: bool, as_json: bool
) -> Never:
    account = published.account
    if as_json:
        click.echo(account.written().decode(), nl=False)
    if account.left_out or account.nowhere:
        _talk.tell(
            f"Without a page: {_talk.number(account.nowhere)} things whose IRI can be no path, "
            f"{_talk.number(account.left_out)} triples that lead from nowhere."
        )
    if not quiet:
        pages = _talk.number(sum(account.pages.values()))
        size = _talk.number(round(account.size / _BYTES))
        click.echo(
            f"Written to {out}: {pages} pages, each in French and English, as Turtle and JSON-LD; "
            f"{_talk.number(account.files)} files, {size} MB. {_talk.number(published.changed)} "
            f"changed, {_talk.number(published.removed)} removed.",
            err=True,
        )
        if not is_addressed:
            click.echo(
                f"Feeds and sitemap say {account.url}, as the IRIs do; --url names the address.",
                err=True,
            )
        click.echo(f"Open {out / 'index.html'}", err=True)
    raise click.exceptions.Exit(1 if account.left_out else 0)
