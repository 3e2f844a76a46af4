"""``questions-rdf fetch``: official archives into a cache; no other verb opens the network."""

import difflib
import os
import shlex
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Never

import click

from questions_rdf.cli import _talk
from questions_rdf.errors import CannotGoOnError, UsageError

if TYPE_CHECKING:
    from questions_rdf.fetch.archives import Fetched
    from questions_rdf.fetch.download import DownloadError
    from questions_rdf.reference.telechargements import Telechargement

_TYPES = ("QE", "QG", "QOSD")
_UNREADABLE = 3


def _types(_ctx: click.Context, _parameter: click.Parameter, value: str) -> list[str]:
    asked = [name.strip().upper() for name in value.split(",")]
    if wrong := [name for name in asked if name not in _TYPES]:
        raise click.BadParameter(_no_such(wrong[0], _TYPES))
    return [name for name in _TYPES if name in asked]


def _no_such(name: str, known: Iterable[str]) -> str:
    choices = list(known)
    near = difflib.get_close_matches(name, choices, n=1, cutoff=0.5)  # names of two signs
    hint = f"did you mean {near[0]}? " if near else ""
    return f"no {name!r}; {hint}there are {', '.join(choices)}"


def _known(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """What the shell offers for a legislature."""
    from questions_rdf.reference import telechargements

    known = map(str, telechargements.legislatures())
    return [numero for numero in known if numero.startswith(incomplete)]


@click.command()
@click.argument(
    "legislatures", nargs=-1, required=True, metavar="LEGISLATURE...", shell_complete=_known
)
@click.option(
    "--types",
    default=",".join(_TYPES),
    show_default=True,
    callback=_types,
    metavar="TYPE,...",
    help="Written questions, questions to the Government, oral questions without debate.",
)
@click.option(
    "--reference", is_flag=True, help="Also the reference data: people, mandates and bodies."
)
@click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder to keep the archives in. [default: questions-rdf in the user's cache]",
)
@click.option("--offline", is_flag=True, help="Take what is in the cache; ask nobody.")
@click.option(
    "--no-md5", is_flag=True, help="Take an archive that differs from the one with the known MD5."
)
@click.option(
    "--base-url",
    envvar="QUESTIONS_RDF_BASE_URL",
    show_envvar=True,
    metavar="URL",
    help="A mirror to ask in place of https://data.assemblee-nationale.fr/.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print the list of files, as JSON.")
def command(  # noqa: PLR0913  (the options of the verb)
    legislatures: tuple[str, ...],
    types: list[str],
    cache: Path | None,
    base_url: str | None,
    *,
    reference: bool,
    offline: bool,
    no_md5: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Download the official archives of LEGISLATUREs, and print the command that builds them.

    An archive that is in the cache already is downloaded only if the server has a newer one; a
    download that broke off goes on where it stopped.

    \b
    Examples:
      questions-rdf fetch 17
      questions-rdf fetch 16 17 --types QG,QOSD --json
      questions-rdf fetch 17 --reference --cache archives
      questions-rdf fetch 17 --types QG > next.sh && sh next.sh
    """
    from questions_rdf.fetch import archives as fetch
    from questions_rdf.user_cache import default_folder

    questions = _questions(legislatures, types)
    wanted = [*questions, *_reference_data(asked=reference)]
    folder = cache or default_folder(os.environ)
    if offline:
        found: list[Fetched | DownloadError] = [*fetch.cached(wanted, folder)]
        for file in found:
            _say(file, _talk.tell, quiet=quiet)
    else:
        found = _download(wanted, folder, base_url, check_md5=not no_md5, quiet=quiet)
    files = [file for file in found if not isinstance(file, CannotGoOnError)]
    if as_json:
        _print_json(files)
    elif len(files) == len(wanted):
        click.echo(_next(files[: len(questions)], files[len(questions) :], _out(legislatures)))
    _leave(len(files), len(wanted))


def _questions(legislatures: Sequence[str], types: Sequence[str]) -> list["Telechargement"]:
    from questions_rdf.records import Nature
    from questions_rdf.reference import telechargements

    known = [str(numero) for numero in telechargements.legislatures()]
    if wrong := [numero for numero in legislatures if numero not in known]:
        raise UsageError(f"no archive of a legislature like that: {_no_such(wrong[0], known)}")
    natures = frozenset(map(Nature, types))
    return [
        archive
        for numero in dict.fromkeys(legislatures)
        for archive in telechargements.questions_of(int(numero), natures)
    ]


def _reference_data(*, asked: bool) -> list["Telechargement"]:
    from questions_rdf.reference import telechargements

    return [telechargements.reference_data()] if asked else []


def _download(
    wanted: Sequence["Telechargement"],
    folder: Path,
    base_url: str | None,
    *,
    check_md5: bool,
    quiet: bool,
) -> list["Fetched | DownloadError"]:
    from questions_rdf.fetch import archives as fetch
    from questions_rdf.fetch.download import Policy
    from questions_rdf.fetch.web import Web, is_trustworthy
    from questions_rdf.reference.telechargements import REPOSITORY

    base = base_url or REPOSITORY
    if not is_trustworthy(base):
        raise UsageError(f"--base-url {base}: https, or http on this machine itself, is needed")
    found = []
    with _talk.transfers(shown=not quiet) as talk:

        def start(archive: "Telechargement") -> Policy:
            progress = talk.begun(archive.nom)
            say = (lambda _sentence: None) if quiet else talk.tell
            return Policy(say=say, progress=progress, check_md5=check_md5)

        for file in fetch.fetched(wanted, folder, base, Web(), start):
            _say(file, talk.tell, quiet=quiet)
            found.append(file)
    return found


def _say(file: "Fetched | DownloadError", tell: Callable[[str], None], *, quiet: bool) -> None:
    if isinstance(file, CannotGoOnError):
        tell(f"questions-rdf: {file}")
    elif not quiet:
        dated = f", dated {file.dated}" if file.dated else ""
        tell(f"{file.path}: {file.status}, {_talk.number(file.size)} bytes{dated}")


def _print_json(files: Sequence["Fetched"]) -> None:
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(files), indent=2).decode())


def _out(legislatures: Sequence[str]) -> str:
    """A folder of its own, so that no other output is replaced unasked: ``out-17``."""
    return "-".join(("out", *dict.fromkeys(legislatures)))


def _next(questions: Sequence["Fetched"], reference: Sequence["Fetched"], out: str) -> str:
    """The command that builds what was fetched, ready for a shell."""
    paths = [file.path for file in questions]
    options = [word for file in reference for word in ("--reference", file.path)]
    return f"{_talk.program()} {shlex.join(['build', *paths, *options, '--out', out])}"


def _leave(had: int, wanted: int) -> Never:
    if 0 < had < wanted:
        _talk.tell(f"questions-rdf: {had} of {wanted} archives are in the cache, not the others")
    raise click.exceptions.Exit(0 if had == wanted else _UNREADABLE)
