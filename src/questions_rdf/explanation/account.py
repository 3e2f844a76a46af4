"""The account of a resource as values: statements, documents, findings."""

from enum import StrEnum

import msgspec

from questions_rdf.explanation.documents import DocumentExplained
from questions_rdf.problems import Bilingual


class Origin(StrEnum):
    """What a statement rests upon, as far as that can be told."""

    STATED = "stated"
    DEDUCED = "deduced"
    REFERENCE = "reference"
    STATED_OR_DEDUCED = "stated-or-deduced"
    STATED_OR_REFERENCE = "stated-or-reference"
    MAPPING = "mapping"  # a class, or a link to a part of the resource
    UNKNOWN = "unknown"  # the mapping does not write it


class Statement(msgspec.Struct, frozen=True):
    """One statement, and the row of the mapping that wrote it.

    Args:
        term: the property, as a prefixed name where the house has one for it.
        value: the value, without datatype and language; addresses of the data are relative.
        origin: what it rests upon.
        row: table and key of the row: ``QUESTION.echeance``.
        field: the field of the facts that the row reads.
        kind: how the value is written.
        documents: which of the documents state it, by rank from 1, where they were read again.
        stated_as: the address that the first of them alone would give, made of a name: the
            reference data identified who or what is meant.
        meaning: what the property means, for those of the project.
    """

    term: str
    value: str
    origin: Origin
    row: str | None = None
    field: str | None = None
    kind: str | None = None
    documents: list[int] = []
    stated_as: str | None = None
    meaning: Bilingual | None = None


class Part(msgspec.Struct, frozen=True):
    """A resource, or a part of it such as an answer: its class, and its statements."""

    iri: str
    classe: str | None
    statements: list[Statement]


class FindingExplained(msgspec.Struct, frozen=True):
    """A line of the problem report about the resource."""

    code: str
    severity: str
    message: str
    message_en: str
    place: str


class ReferenceFile(msgspec.Struct, frozen=True):
    """A file of the reference data, and the member in it that is about the resource."""

    file: str
    sha256: str
    members: list[str]


class ResourceExplained(msgspec.Struct, frozen=True):
    """All of it.

    Args:
        iri: the resource.
        data: the files that the statements stand in.
        parts: the resource, then what is part of it.
        documents: what it was read from.
        findings: what the build found about it.
        reference: the files of the reference data that the build had.
        naming: how often other resources lead to it, by property.
        named_by: the first of these.
    """

    iri: str
    data: list[str]
    parts: list[Part]
    documents: list[DocumentExplained]
    findings: list[FindingExplained]
    reference: list[ReferenceFile]
    naming: dict[str, int]
    named_by: list[str]
