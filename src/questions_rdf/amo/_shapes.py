"""The JSON of one document as far as it is used, whatever packaging it comes in.

One object a member (``{"acteur": {…}}``, ``{"mandat": {…}}``, ``{"organe": {…}}``), or everything
in one object (``{"export": {"acteurs": {"acteur": [ … ]}, …}}``), as in older archives. msgspec
skips what no field asks for, which is most of it. Leaves are taken as they come (see ``_values``);
where objects and lists do not stand where they should, the document is read again without types.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec

from questions_rdf.amo._values import is_nil


class Shape(msgspec.Struct, rename="camel", gc=False):
    """An object of the source. Its fields are those of the official schema."""


class MandatShape(Shape):
    """A mandate, inside its acteur or on its own."""

    uid: Any = None
    acteur_ref: Any = None
    legislature: Any = None
    type_organe: Any = None
    date_debut: Any = None
    date_fin: Any = None
    cause_fin: Any = None
    organes: Any = None
    election: Any = None
    mandature: Any = None


class MandatsShape(Shape):
    """What holds the mandates: of a person, or of all."""

    mandat: list[MandatShape] | MandatShape | None = None


class ActeurShape(Shape):
    """A person."""

    uid: Any = None
    etat_civil: Any = None
    mandats: MandatsShape | None = None


class OrganeShape(Shape):
    """A body."""

    uid: Any = None
    code_type: Any = None
    libelle: Any = None
    libelle_abrege: Any = None
    libelle_abrev: Any = None
    legislature: Any = None
    vi_mo_de: Any = None
    organe_parent: Any = None
    organe_precedent_ref: Any = None


class ActeursShape(Shape):
    """The list of people of the older packaging."""

    acteur: list[ActeurShape] | ActeurShape | None = None


class OrganesShape(Shape):
    """The list of bodies of the older packaging."""

    organe: list[OrganeShape] | OrganeShape | None = None


class ExportShape(Shape):
    """Everything, in the older packaging."""

    acteurs: ActeursShape | None = None
    mandats: MandatsShape | None = None
    organes: OrganesShape | None = None


class DocumentShape(Shape):
    """A document; none of its fields stands in one that is no reference data."""

    acteur: ActeurShape | None = None
    mandat: MandatShape | None = None
    organe: OrganeShape | None = None
    export: ExportShape | None = None


class UnreadableJsonError(Exception):
    """The bytes are no JSON; the text says why."""


_decode: Callable[[bytes], object] = msgspec.json.Decoder(DocumentShape).decode
_Shape = TypeVar("_Shape", bound=Shape)


def decoded(data: bytes) -> object:
    """The document as a :class:`DocumentShape`; as plain JSON if the types do not fit it.

    Raises:
        UnreadableJsonError: if it is no JSON.
    """
    try:
        return _decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:  # what msgspec refuses: a byte order mark, lone surrogates, NaN, another shape
        return json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise UnreadableJsonError(_reason(error)) from error
    except RecursionError as error:
        raise UnreadableJsonError("nested too deeply") from error


def _reason(error: ValueError) -> str:
    """Why, without the bytes themselves."""
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    return str(error)


def shaped(value: object, shape: type[_Shape]) -> _Shape | None:
    """``value`` as a ``shape``, if it is an object; its parts are left as they are."""
    if isinstance(value, shape):
        return value
    if not isinstance(value, dict):
        return None
    names = _names(shape)
    return shape(**{names[key]: part for key, part in value.items() if key in names})


@cache
def _names(shape: type[Shape]) -> Mapping[str, str]:
    return {field.encode_name: field.name for field in msgspec.structs.fields(shape)}


def each(value: object) -> Iterator[object]:
    """The elements that XML repeats: a list, or the one that stands there alone; none of a nil."""
    for one in value if isinstance(value, list) else (value,):
        if not (_is_empty(one) if isinstance(one, Shape) else is_nil(one)):
            yield one


def _is_empty(shape: Shape) -> bool:
    """Whether nothing is stated in it: an element that is nil, read as the object it stands for."""
    return shape == type(shape)()
