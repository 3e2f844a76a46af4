"""``questions-rdf reference``: the Assembly's reference data in, one compact file out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Never

import click

from questions_rdf.cli import _talk
from questions_rdf.cli._language import language
from questions_rdf.cli._limits import limits

if TYPE_CHECKING:
    from questions_rdf.referentiel import Reference


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path),
    required=True,
    metavar="CACHE",
    help="File to write; a former cache there is replaced when all went well.",
)
@limits
@language
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary on standard output.")
def command(  # noqa: PLR0913, PLR0917  (the options of the verb)
    paths: tuple[str, ...],
    out: Path,
    max_member_size: int,
    max_ratio: int,
    max_members: int,
    lang: str,
    *,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read who sat for where, in which group, and which ministries were, into the file CACHE.

    A FILE is an archive of the Assembly's « acteurs, mandats, organes » (JSON), a folder of such
    members, or a former cache. Of what several say of one thing, the first one named counts; but
    the end of a mandate that one of them states counts even if the first does not know it.

    \b
    Examples:
      questions-rdf reference AMO30_acteurs_mandats_organes_historique.json.zip -o reference.cache
      questions-rdf reference AMO10.json.zip AMO30.json.zip -o reference.cache --json
    """
    from questions_rdf.amo import cache
    from questions_rdf.intake import refuse_unreadable
    from questions_rdf.referentiel import load_annuaire
    from questions_rdf.sources import Limits

    cache.refuse_foreign(out)
    refuse_unreadable(paths)
    found = load_annuaire(paths, Limits(max_member_size, max_ratio, max_members))
    data = cache.packed(found.annuaire, found.inputs)
    cache.write(out, data)
    _report(found, out, data, lang, quiet=quiet, as_json=as_json)


def _report(  # noqa: PLR0913
    found: "Reference", out: Path, data: bytes, lang: str, *, quiet: bool, as_json: bool
) -> Never:
    import msgspec

    from questions_rdf.problem_log import written

    lines = [written(problem) for problem in found.problems]
    _talk.problems(lines, None, lang, quiet=quiet)
    summary = _summary(found, out, data)
    if as_json:
        summary["problems"] = [msgspec.Raw(line) for line in lines]
        click.echo(msgspec.json.format(msgspec.json.encode(summary), indent=2))
    if not quiet:
        counts = (f"{kind} {_talk.number(summary[kind])}" for kind in _KINDS)
        click.echo(f"Written to {out}: {', '.join(counts)}", err=True)
        click.echo(f"Next:\n  questions-rdf build … --reference {out}", err=True)
    failed = any(problem.severity == "error" for problem in found.problems)
    raise click.exceptions.Exit(1 if failed else 0)


_KINDS = ("acteurs", "mandats", "organes")


def _summary(found: "Reference", out: Path, data: bytes) -> dict[str, Any]:
    import hashlib

    return {
        "file": out.as_posix(),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "inputs": found.inputs,
        **{kind: len(getattr(found.annuaire, kind)) for kind in _KINDS},
    }
