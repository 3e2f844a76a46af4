"""The store of the data as it is now: found or built, in a process of its own, and looked over."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import pyoxigraph as ox

from questions_rdf import query, store
from questions_rdf.data_files import changed, data_files
from questions_rdf.errors import CannotGoOnError, OutputError
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.manifest import Manifest
from questions_rdf.prefixes import expanded
from questions_rdf.publication import MANIFEST
from questions_rdf.serve.messages import BuildFailed, Generation, Unchanged


class Source(NamedTuple):
    """What is served: the data, the folder of its store, and what is said of a build."""

    data: Path
    folder: Path
    talk: store.Talk


def built(
    source: Source, known: str, tell: Callable[[bytes], None], wait: Callable[[], None]
) -> None:
    """Tell the generation of the data as it is, and hold its store while ``wait`` lasts."""
    try:
        files = data_files(source.data)
        with store.kept(source.folder, files, source.talk) as one:
            found = Unchanged() if one.key == known else _generation(source, files, one)
            tell(msgspec.msgpack.encode(found))
            wait()
    except CannotGoOnError as error:
        tell(msgspec.msgpack.encode(BuildFailed(str(error), error.exit_code)))
    except OSError as error:
        sentence = f"{error.filename or source.data}: {error.strerror or error}"
        tell(msgspec.msgpack.encode(BuildFailed(sentence, OutputError.exit_code)))


def _generation(source: Source, files: Sequence[Path], one: store.Kept) -> Generation:
    """What there is to say of a store: as the manifest has it if that holds, else counted."""
    opened, manifest = one.opened(), _manifest(source.data)
    graphs = [graph for graph in opened.named_graphs() if isinstance(graph, ox.NamedNode)]
    believed = manifest if not changed(files) else None
    return Generation(
        key=one.key,
        folder=str(one.folder),
        base=manifest.base if manifest else DEFAULT_BASE,
        as_of=str(manifest.as_of) if manifest and manifest.as_of else None,
        triples=believed.triples if believed else _count(opened, "?s ?p ?o"),
        named={graph.value: _count(opened, f"GRAPH {graph} {{ ?s ?p ?o }}") for graph in graphs},
        classes=_expanded(believed.classes) if believed else _classes(opened),
    )


def _expanded(classes: dict[str, int]) -> dict[str, int]:
    return {expanded(term): count for term, count in classes.items()}


def _manifest(data: Path) -> Manifest | None:
    try:
        return Manifest.read(data / MANIFEST)
    except (OSError, msgspec.DecodeError):
        return None


def _count(opened: ox.Store, pattern: str) -> int:
    text = f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"
    (row,) = query.solutions(_rows(opened, text), "").rows
    return int(row[0])


def _classes(opened: ox.Store) -> dict[str, int]:
    text = "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c"
    return {str(row["c"].value): int(row["n"].value) for row in _rows(opened, text)}


def _rows(opened: ox.Store, text: str) -> ox.QuerySolutions:
    results = opened.query(text)
    assert isinstance(results, ox.QuerySolutions)  # noqa: S101  (it is a SELECT)
    return results
