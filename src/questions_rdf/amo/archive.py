"""Reading the reference data (« acteurs, mandats, organes », AMO) from documents.

Both packagings are read: mandates inside their acteur, or as members of their own; and the older
one, where everything stands in one object. Of the mandates, seats and memberships of groups are
kept.
"""

from collections.abc import Callable, Iterable, Iterator

from questions_rdf import catalogue
from questions_rdf.amo import _objects
from questions_rdf.amo._objects import Found
from questions_rdf.amo._shapes import (
    ActeursShape,
    DocumentShape,
    ExportShape,
    MandatsShape,
    OrganesShape,
    Shape,
    UnreadableJsonError,
    decoded,
    each,
    shaped,
)
from questions_rdf.amo._values import shown
from questions_rdf.documents import ZIP_MAGICS, Document, DocumentError
from questions_rdf.problems import Origin, Problem

_OBJECTS: dict[str, Callable[[object, Origin], Iterator[Found]]] = {
    "acteur": _objects.acteur,
    "mandat": _objects.mandat,
    "organe": _objects.organe,
}
_LISTS: dict[str, type[Shape]] = {
    "acteur": ActeursShape,
    "mandat": MandatsShape,
    "organe": OrganesShape,
}


def read(documents: Iterable[Document]) -> Iterator[Found]:
    """Everything in ``documents``, in their order; what cannot be read is a problem."""
    for document in documents:
        yield from read_one(document)


def read_one(document: Document) -> Iterator[Found]:
    """Everything in one document."""
    origin = document.origin
    try:
        data = document.read()
    except DocumentError as error:
        yield error.problem
        return
    if problem := _no_json(data, origin):
        yield problem
        return
    try:
        content = decoded(data)
    except UnreadableJsonError as error:
        yield catalogue.REFERENCE_JSON_ILLISIBLE.at(origin, reason=error)
        return
    yield from _records(content, origin)


def _no_json(data: bytes, origin: Origin) -> Problem | None:
    if not data:
        return catalogue.FICHIER_VIDE.at(origin)
    if data.startswith(ZIP_MAGICS):
        return catalogue.ARCHIVE_IMBRIQUEE.at(origin)
    return None


def _records(content: object, origin: Origin) -> Iterator[Found]:
    document = shaped(content, DocumentShape)
    held = list(_objects_of(document)) if document else []
    for kind, value in held:
        yield from _OBJECTS[kind](value, origin)
    if not held:
        root = "—" if document else _root(content)
        yield catalogue.REFERENCE_FORME_INCONNUE.at(origin.at_path(root), value=root)


def _objects_of(document: DocumentShape) -> Iterator[tuple[str, object]]:
    """The objects of a document with their kinds, whatever packaging they are in."""
    for kind in ("acteur", "mandat", "organe"):
        yield from ((kind, one) for one in each(getattr(document, kind)))
    for export in each(document.export):
        yield from _exported(shaped(export, ExportShape) or ExportShape())


def _exported(export: ExportShape) -> Iterator[tuple[str, object]]:
    """The objects of the older packaging; a list that is none counts as one broken object."""
    for kind, shape in _LISTS.items():
        for held in each(getattr(export, f"{kind}s")):
            holder = shaped(held, shape)
            elements = each(getattr(holder, kind)) if holder else iter((held,))
            yield from ((kind, one) for one in elements)


def _root(content: object) -> str:
    """How a document begins that is none of ours: the name of its only field, mostly."""
    if isinstance(content, dict):
        return ", ".join(shown(str(key)) for key in list(content)[:3])
    return shown(content)
