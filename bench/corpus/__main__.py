"""``python -m bench.corpus``: an invented corpus of any size, in an official layout."""

from pathlib import Path

import click
import msgspec

from bench.corpus.calendar import LEGISLATURES
from bench.corpus.defects import DEFECTS
from bench.corpus.generation import Corpus, Wishes
from bench.corpus.packaging import LAYOUTS

_OF_LISTS = 14


@click.command()
@click.argument("count", type=click.IntRange(min=1))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="What to write: a zip archive, a file (ndjson) or a new folder (folder).",
)
@click.option("--layout", type=click.Choice(list(LAYOUTS)), default="json", show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option(
    "--legislature",
    type=click.Choice([str(number) for number in LEGISLATURES]),
    help="By default 17, and 14 for the layouts of lists.",
)
@click.option(
    "--defects",
    type=click.FloatRange(0, 1 / len(DEFECTS)),
    default=0.0,
    help="Share of the written questions that get each kind of defect. [default: none]",
)
@click.option(
    "--hostile",
    type=click.FloatRange(0, 1),
    default=0.01,
    show_default=True,
    help="Share of the written questions with odd characters or broken mark-up.",
)
@click.option(
    "--campaigns",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Share of the written questions that take up one letter in tens. [default: none]",
)
@click.option(
    "--plain",
    is_flag=True,
    help="No mark-up, references or odd characters; one value for each field.",
)
def command(  # noqa: PLR0913, PLR0917  (the options)
    count: int,
    out: Path,
    layout: str,
    seed: int,
    legislature: str | None,
    defects: float,
    hostile: float,
    campaigns: float,
    *,
    plain: bool,
) -> None:
    """Write COUNT invented questions, and say on standard error what is in them, as JSON.

    The layouts json and xml have one member a question, list and xml-list one big member for each
    kind of question; the same arguments give the same bytes.

    \b
    Examples:
      python -m bench.corpus 20000 --out corpus.zip
      python -m bench.corpus 5000 --layout list --seed 7 --out corpus-14.zip
      python -m bench.corpus 1000 --defects 0.005 --out corpus.zip 2> planted.json
    """
    default = _OF_LISTS if layout.endswith("list") else max(LEGISLATURES)
    holds_controls = not layout.startswith("xml")
    corpus = Corpus(
        Wishes(
            count,
            seed,
            int(legislature or default),
            defects,
            hostile,
            plain,
            holds_controls,
            campaigns,
        )
    )
    LAYOUTS[layout](corpus, out)
    said = {"layout": layout, **corpus.statement()}
    click.echo(msgspec.json.format(msgspec.json.encode(said)).decode(), err=True)


if __name__ == "__main__":
    command(prog_name="python -m bench.corpus")
