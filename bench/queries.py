"""How long each query takes on a store: ``python -m bench.queries STORE`` (made by query --store).

Processor seconds, the best of three, with all rows taken.
"""

import sys
import time
from pathlib import Path

import pyoxigraph as ox

from questions_rdf import query
from questions_rdf.query_files.library import library

ROUNDS = 3


def seconds(store: ox.Store, text: str) -> tuple[float, int]:
    """The least time of some rounds, and how many rows there are."""
    rounds = []
    rows = 0
    for _ in range(ROUNDS):
        begun = time.process_time()
        rows = sum(1 for _ in query.run(store, text))  # type: ignore[misc, union-attr]
        rounds.append(time.process_time() - begun)
    return min(rounds), rows


def main() -> None:
    """A table with a line for each query."""
    (folder,) = (path for path in Path(sys.argv[1]).iterdir() if path.is_dir())
    store = ox.Store.read_only(str(folder / "oxigraph"))
    print("| query | seconds | rows |\n|---|---|---|")
    for file in library():
        took, rows = seconds(store, file.text)
        print(f"| `{file.name}` | {took:.2f} | {rows:,} |", flush=True)


if __name__ == "__main__":
    main()
