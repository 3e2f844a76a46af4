"""The command line: arguments in, exit codes out, no work of its own.

Each verb is one module, imported when it is called: ``--help`` is there at once. Exit codes:
0 fine, 1 findings that are errors, 2 usage, 3 unreadable input, 4 input or output failed.
"""

import difflib
import importlib
import os
import signal
import sys
from typing import Never, cast

import click

from questions_rdf.cli import _stderr
from questions_rdf.errors import CannotGoOnError

# Verb → its line in the overview; the module of the same name holds the command.
_VERBS = {
    "fetch": "Download the Assembly's archives, and print the command that builds them.",
    "build": "Convert sources into Turtle, JSON-LD and N-Triples, and validate them.",
    "query": "Run a SPARQL query over the output.",
    "publish": "Make a web site of the output: pages, Turtle and JSON-LD, lists, feeds, search.",
    "serve": "Serve the output as a SPARQL endpoint.",
    "queries": "List the queries that come with the program.",
    "report": "Reminder lists, delays, follow-ups and subjects, for people.",
    "export": "Write the output as flat tables: CSV with its metadata, Parquet.",
    "load": "Load the output into a triple store: Oxigraph, Fuseki, GraphDB and others.",
    "validate": "Check RDF data against the SHACL shapes.",
    "quality": "Measure how complete and how valid the output is, with a page and as DQV.",
    "explain": "Explain a problem code, or where the facts of a resource come from.",
    "reference": "Read the Assembly's deputies, mandates and bodies into one compact file.",
    "completion": "Print the script that completes commands in your shell.",
}
_INTERRUPTED = 130
_FAILED = 4
_DEBUG = "QUESTIONS_RDF_DEBUG"


class _Verbs(click.Group):
    """The verbs, loaded on demand; a near miss is answered with the verb that was meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name in _VERBS:
            module = importlib.import_module(f"questions_rdf.cli.{cmd_name}")
            return cast("click.Command", module.command)
        near = difflib.get_close_matches(cmd_name, _VERBS, n=1)
        hint = f" Did you mean '{near[0]}'?" if near else f" There are {', '.join(_VERBS)}."
        raise click.UsageError(f"No such command '{cmd_name}'.{hint}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))


@click.command(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="questions-rdf", message="%(package)s %(version)s")
def questions_rdf() -> None:
    """Questions of French deputies to ministers, as linked data.

    \b
    Start with:
      questions-rdf build seeds/ --out out
      questions-rdf query 'SELECT ?n ?t { ?q qp:numero ?n ; dcterms:title ?t }'

    Data goes to standard output, talk to standard error.
    """


def main() -> Never:
    """Run the command line and leave with its exit code; no traceback for what users can mend."""
    signal.signal(signal.SIGTERM, _terminated)
    _stderr.talk_on()
    try:
        code = questions_rdf.main(prog_name="questions-rdf", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        code = _INTERRUPTED
    except CannotGoOnError as error:
        click.echo(f"questions-rdf: {error}", err=True)
        code = error.exit_code
    except (BrokenPipeError, SystemExit):  # click makes the latter of the former
        # The reader went away (`… | head`): nobody is left to tell. See the signal module's notes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        click.echo(f"questions-rdf: {error.filename or ''} {error.strerror or error}", err=True)
        code = _FAILED
    except Exception as error:  # a fault of this program: neither 1 nor a page of traceback
        if os.environ.get(_DEBUG):
            raise
        what = f"{type(error).__name__}: {error}"
        click.echo(f"questions-rdf: internal error: {what} (set {_DEBUG}=1 to see where)", err=True)
        code = _FAILED
    sys.exit(code if isinstance(code, int) else 0)


def _terminated(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt
