"""The store of the data as it is now: found or built, in a process of its own, and looked over."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import pyoxigraph as ox

from questions_rdf import query, store
from questions_rdf.data_files import changed, data_files
from questions_rdf.errors import CannotGoOnError, OutputError, UnreadableInputError
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
        _refuse_altered(files)
        with store.kept(source.folder, files, source.talk) as one:
            found = Unchanged() if one.key == known else _generation(source, one)
            tell(msgspec.msgpack.encode(found))
            wait()
    except CannotGoOnError as error:
        tell(msgspec.msgpack.encode(BuildFailed(str(error), error.exit_code)))
    except OSError as error:
        sentence = f"{error.filename or source.data}: {error.strerror or error}"
        tell(msgspec.msgpack.encode(BuildFailed(sentence, OutputError.exit_code)))


def _refuse_altered(files: Sequence[Path]) -> None:
    """What a build wrote is published whole and as it was, or not at all."""
    for file in changed(files):
        raise UnreadableInputError(
            f"{file} is not what the build wrote there (manifest.json): build it again"
        )


def _generation(source: Source, one: store.Kept) -> Generation:
    """What there is to say of a store: as the manifest has it, or counted if there is none."""
    opened, manifest = one.opened(), Manifest.found(source.data / MANIFEST)
    graphs = [graph for graph in opened.named_graphs() if isinstance(graph, ox.NamedNode)]
    return Generation(
        key=one.key,
        folder=str(one.folder),
        base=manifest.base if manifest else DEFAULT_BASE,
        as_of=str(manifest.as_of) if manifest and manifest.as_of else None,
        triples=manifest.triples if manifest else _count(opened, "?s ?p ?o"),
        named={graph.value: _count(opened, f"GRAPH {graph} {{ ?s ?p ?o }}") for graph in graphs},
        classes=_expanded(manifest.classes) if manifest else _classes(opened),
    )


def _expanded(classes: dict[str, int]) -> dict[str, int]:
    return {expanded(term): count for term, count in classes.items()}


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
