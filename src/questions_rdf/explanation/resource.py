"""Where the facts of a resource come from: statement by statement, with the mapping behind it."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from questions_rdf import iris
from questions_rdf.data_files import data_files
from questions_rdf.documents import Document
from questions_rdf.explanation.account import FindingExplained, ReferenceFile, ResourceExplained
from questions_rdf.explanation.documents import Reading, Wanted, found_again
from questions_rdf.explanation.mentions import Mentions, mentions
from questions_rdf.explanation.statements import Evidence, by_subject, part, values
from questions_rdf.manifest import Manifest
from questions_rdf.prefixes import prefixed
from questions_rdf.problem_log import PROBLEMS, place_of, problems_in
from questions_rdf.publication import MANIFEST
from questions_rdf.sources import Limits, documents_named

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DIGITS = 16
_IDENTIFIED = re.compile(r"/(acteur|mandat|organe)/((?:PA|PM|PO)\d+)$")
_IN_A_QUESTION = "question."


class Telling(NamedTuple):
    """How the search is followed: statements gone through, documents read."""

    statements: Callable[[int], None] = lambda _count: None
    document: Callable[[str], None] = lambda _name: None


class Data(NamedTuple):
    """An output folder, or a file of data, with its manifest if there is one."""

    path: Path
    files: list[Path]
    manifest: Manifest | None

    @property
    def base(self) -> str:
        """What the addresses of the data begin with."""
        return self.manifest.base if self.manifest else iris.DEFAULT_BASE

    @property
    def inputs(self) -> list[str]:
        """The files that the data was made of."""
        return [one.file for one in self.manifest.inputs] if self.manifest else []


def opened(path: Path) -> Data:
    """The data that a path means.

    Raises:
        UnreadableInputError: if there is none.
    """
    return Data(path, data_files(path), Manifest.found(path / MANIFEST))


def present(names: Sequence[str], data: Data, telling: Telling) -> Mentions:
    """Which of the resources the data describes or names; parts are found with what they are of."""
    return mentions(data.files, {name.partition("#")[0] for name in names}, telling.statements)


def explained(
    iri: str, found: Mentions, data: Data, sources: Sequence[str], telling: Telling
) -> ResourceExplained:
    """Where the facts of a resource come from.

    Args:
        iri: the resource; of a part of one (``…#reponse``) only that part is told.
        found: what the data says of it.
        data: the data.
        sources: further files or folders in which its documents may be.
        telling: hears what is being done.
    """
    document = iri.partition("#")[0]
    subjects = by_subject(found.documents.get(document, []))
    readings = _readings(document, subjects, data, sources, telling)
    has_reference = bool(data.manifest and data.manifest.reference)
    evidence = Evidence([one.question for one in readings], has_reference, data.base)
    told = {name: said for name, said in subjects.items() if iri in {name, document}}
    return ResourceExplained(
        iri=iri,
        data=[str(file) for file in data.files],
        parts=[part(name, said, evidence) for name, said in told.items()],
        documents=[one.document for one in readings],
        findings=list(_findings(document, readings, data)),
        reference=_reference(document, data),
        naming={prefixed(term): count for term, count in sorted(found.naming.items())},
        named_by=found.named_by,
    )


# ---- Documents


def _readings(
    iri: str,
    subjects: dict[str, list[ox.Quad]],
    data: Data,
    sources: Sequence[str],
    telling: Telling,
) -> list[Reading]:
    """The documents of a question, or the one that the resource itself is."""
    named = values(subjects.get(iri, []), "prov:wasDerivedFrom")
    of_source = "/source/sha256-" in iri
    wanted = [iri] if of_source else named
    if not wanted:
        return []
    titles = _titles(wanted, subjects, data, telling)
    looked_for = [
        Wanted(one, titles.get(one, ""), one.rpartition("-")[2][:_DIGITS]) for one in wanted
    ]
    uid = None if of_source else iri.rpartition("/")[2]
    return found_again(looked_for, uid, [*data.inputs, *sources], telling.document)


def _titles(
    wanted: Sequence[str], known: dict[str, list[ox.Quad]], data: Data, telling: Telling
) -> dict[str, str]:
    """The names of documents, as the data gives them."""
    missing = [one for one in wanted if one not in known]
    further = mentions(data.files, missing, telling.statements).documents if missing else {}
    said = {**known, **further}
    return {one: title for one in wanted for title in values(said.get(one, []), "dcterms:title")}


def _reference(iri: str, data: Data) -> list[ReferenceFile]:
    """The files of the reference data; of an acteur, a mandate, a body its member in them."""
    identified = _IDENTIFIED.search(iri)
    name = f"json/{identified[1]}/{identified[2]}.json" if identified else ""
    return [
        ReferenceFile(one.file, one.sha256, list(_members(one.file, name)) if name else [])
        for one in (data.manifest.reference if data.manifest else [])
    ]


def _members(file: str, name: str) -> Iterator[str]:
    """The member of that name in an archive, if it is still there."""
    if Path(file).is_file():
        for found in documents_named({name}, [file], Limits()):
            if isinstance(found, Document) and found.name == name:
                yield name


# ---- Findings


def _findings(iri: str, readings: Sequence[Reading], data: Data) -> Iterator[FindingExplained]:
    """The lines of the problem report that are about the resource, or its place in a document."""
    report = data.path / PROBLEMS
    if not report.is_file():
        return
    for problem in problems_in(report):
        subject = problem.get("subject") or ""
        about = subject == iri or subject.startswith(f"{iri}#")
        if about or (not subject and _is_at(problem, readings)):
            yield FindingExplained(
                problem["code"],
                problem["severity"],
                problem["message"],
                problem["message_en"],
                place_of(problem),
            )


def _is_at(problem: dict[str, Any], readings: Sequence[Reading]) -> bool:
    """Whether a finding was made where the question stands in one of its documents."""
    return any(
        problem["file"] == place.file
        and problem["member"] == place.member
        and (_alone(place.path) or problem["line"] == place.line)
        and (problem["path"] or "").startswith(place.path or "")
        for one in readings
        if one.question
        for place in one.document.places
    )


def _alone(path: str | None) -> bool:
    """Whether a document holds one question only: it stands at no place of a list."""
    return path is None or "[" not in path
