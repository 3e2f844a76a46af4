"""What a worker does with a task: ask the store, write the answer."""

from collections.abc import Callable

import msgspec
import pyoxigraph as ox

from questions_rdf.prefixes import house_prefixes
from questions_rdf.query import ROWS, in_plain_words
from questions_rdf.resources import placed
from questions_rdf.resources.places import ONTOLOGY, path
from questions_rdf.serve import refusals, views
from questions_rdf.serve.messages import Declined, Placed, QueryTask, ResourceTask, Task
from questions_rdf.serve.protocol import RDFLIB_DEFAULT
from questions_rdf.serve.writing import GRAPHS, ResultTooLargeError, Sink, codings


def warm_up() -> None:
    """Load what an answer needs beside the store."""
    house_prefixes()
    empty = ox.Store()
    for language in ("fr", "en"):
        views.document(
            empty, ONTOLOGY, "urn:x:", form="html", language=language, root="/", as_of=None
        )
    for coding in codings():
        Sink(lambda _frame: None, coding, 1).close()


def answer(
    store: ox.Store, base: str, task: Task, send: Callable[[bytes], object]
) -> Declined | None:
    """Send the answer in frames, the last one being its end; or say why there is none."""
    sink = Sink(send, task.coding, task.max_result)
    try:
        if isinstance(task, QueryTask):
            _run(store, base, task, sink)
        elif not _described(store, base, task, sink):
            return Declined(refusals.NOT_FOUND.code)
    except ResultTooLargeError:
        return Declined(refusals.TOO_LARGE_A_RESULT.code)
    except (SyntaxError, ValueError) as error:
        return Declined(refusals.MALFORMED.code, in_plain_words(str(error)))
    except (OSError, RuntimeError, MemoryError) as error:
        return Declined(refusals.FAILED.code, type(error).__name__)
    sink.close()
    return None


def _run(store: ox.Store, base: str, task: QueryTask, sink: Sink) -> None:
    graphs = _graphs(task) if task.names_graphs else {}
    results = store.query(task.query, prefixes=house_prefixes(), base_iri=base, **graphs)  # type: ignore[arg-type]
    if isinstance(results, ox.QueryTriples):
        _write(results, task.form, sink)
    else:
        results.serialize(sink, format=ROWS[task.form])  # type: ignore[arg-type]


def _graphs(task: QueryTask) -> dict[str, list[ox.NamedNode | ox.DefaultGraph]]:
    """The dataset of the request; what is not named is empty then (SPARQL 1.1 Protocol, 2.1.4)."""
    default = [
        ox.DefaultGraph() if iri == RDFLIB_DEFAULT else ox.NamedNode(iri)
        for iri in task.default_graphs
    ]
    return {
        "default_graph": default,
        "named_graphs": [ox.NamedNode(iri) for iri in task.named_graphs],
    }


def _write(triples: ox.QueryTriples, form: str, sink: Sink) -> None:
    prefixes = house_prefixes() if form in {"ttl", "jsonld", "rdfxml"} else None
    ox.serialize(triples, sink, format=GRAPHS[form], prefixes=prefixes)  # type: ignore[arg-type]


# -- Resources ------------------------------------------------------------------------------------


def _described(store: ox.Store, base: str, task: ResourceTask, sink: Sink) -> bool:
    """Write a document about a resource, or where it stands; false if the data says nothing."""
    if task.form is None:
        place = placed(store, task.iri, base)
        where = path(place.page, base) if place else None
        if place and where:
            sink.write(msgspec.json.encode(Placed(where, place.anchor)))
        return bool(where)
    written = views.document(
        store,
        task.iri,
        base,
        form=task.form,
        language=task.language,
        root=task.root,
        as_of=task.as_of,
    )
    if written is not None:
        sink.write(written)
    return written is not None
