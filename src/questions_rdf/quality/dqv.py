"""The figures as RDF in the Data Quality Vocabulary: one measurement for each.

A measurement is computed on a partition: the resources of a class in a part of the data, and one of
their properties. What the metrics mean stands in ``ontology/qualite.ttl``.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import pyoxigraph as ox

from questions_rdf import iris
from questions_rdf.prefixes import house_prefixes
from questions_rdf.quality.report import ALL, Cell, FieldReport, Report, Scope

_PREFIXES = frozenset(
    "qp dqv dcterms void dcat prov foaf skos schema org igeo owl rdfs xsd".split()
)
_ONTOLOGY = "<https://w3id.org/questions-parlementaires/def/1.0.0>"
_TITLES = '"Qualité des données"@fr , "Quality of the data"@en'
_PARTITION = "void:Dataset , dcat:Dataset"

_Said = Iterable[tuple[str, str]]
"""Properties and values, as Turtle writes them."""


def turtle(report: Report) -> bytes:
    """The report as Turtle; the same figures give the same bytes."""
    return "".join((*_header(report.base), *_Blocks(report).all())).encode()


def _header(base: str) -> Iterator[str]:
    yield "# How complete and how valid the data is (questions-rdf quality), in DQV and VoID.\n"
    yield f"@base <{base}> .\n"
    for name, iri in house_prefixes().items():
        if name in _PREFIXES:
            yield f"@prefix {name}: <{iri}> .\n"


class _Blocks:
    """The resources of a report, each a block of Turtle."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._scopes = {scope.key: scope for scope in (ALL, *report.scopes)}

    def all(self) -> Iterator[str]:
        """The report, then its measurements with the partitions that they were computed on."""
        yield from self._head()
        for cell in self._report.conformity:
            yield self._partition(cell.scope, "question", "qp:Question", cell.denominator)
            yield _share("qp:Conformite", (cell.scope, "question"), cell)
        for one in self._report.classes:
            for scope, count in one.counts.items():
                yield self._partition(scope, _local(one.classe), one.classe, count)
            for field in one.fields:
                yield from _field(_local(one.classe), field)
        records = self._report.records
        if records and records.read:
            cell = Cell(ALL.key, records.published + records.merged, records.read)
            yield _measurement("qp:Restitution", (), iris.DATASET, _counted(cell))
        yield from self._findings()

    def _head(self) -> Iterator[str]:
        """The report itself: which data it is about, and as of which day."""
        yield _block(iris.DATASET, [("dqv:hasQualityMetadata", _own(iris.QUALITE))])
        said = [
            ("a", "dqv:QualityMetadata"),
            ("dcterms:title", _TITLES),
            ("dcterms:conformsTo", _ONTOLOGY),
        ]
        if self._report.as_of:
            said.append(("dcterms:issued", f'"{self._report.as_of}"^^xsd:date'))
        yield _block(iris.QUALITE, said)

    def _partition(self, scope: str, name: str, classe: str, count: int) -> str:
        """The resources of a class in a part of the data."""
        said = [
            ("a", _PARTITION),
            ("dcterms:isPartOf", _own(iris.DATASET)),
            *_place(self._scopes[scope]),
            ("void:class", classe),
            ("void:entities", str(count)),
        ]
        return _block(iris.partition(scope, name), said)

    def _findings(self) -> Iterator[str]:
        """How many findings there are of each code, whatever their severity."""
        lines: dict[str, int] = {}
        for one in self._report.findings:
            lines[one.code] = lines.get(one.code, 0) + one.lines
        for code, count in sorted(lines.items()):
            said = [("dqv:value", str(count)), ("qp:codeConstat", str(ox.Literal(code)))]
            yield _measurement("qp:NombreDeConstats", (code,), iris.DATASET, said)


def _place(scope: Scope) -> Iterator[tuple[str, str]]:
    """What tells a part of the data from the whole."""
    if scope.kind == "legislature" and scope.name:
        yield "dcterms:coverage", _own(iris.legislature(int(scope.name)))
    elif scope.kind == "form":
        yield "dcat:theme", scope.name


def _field(name: str, field: FieldReport) -> Iterator[str]:
    """A property of a class: the partitions, and what was measured on them."""
    for cell in field.complete:
        said = [
            ("a", _PARTITION),
            ("dcterms:isPartOf", _own(iris.partition(cell.scope, name))),
            ("void:property", field.term),
            ("void:distinctSubjects", str(cell.numerator)),
        ]
        yield _block(iris.partition(cell.scope, name, field.key), said)
    for metric, cells in (
        ("qp:Completude", field.complete),
        ("qp:Validite", field.valid),
        ("qp:Identification", field.identified),
    ):
        for cell in cells:
            yield _share(metric, (cell.scope, name, field.key), cell)


def _share(metric: str, of: tuple[str, ...], cell: Cell) -> str:
    return _measurement(metric, of, iris.partition(*of), _counted(cell))


def _counted(cell: Cell) -> _Said:
    yield "dqv:value", _decimal(cell.value)
    yield "qp:numerateur", str(cell.numerator)
    yield "qp:denominateur", str(cell.denominator)


def _measurement(metric: str, of: tuple[str, ...], computed_on: str, said: _Said) -> str:
    return _block(
        iris.mesure(_local(metric), *of),
        [
            ("a", "dqv:QualityMeasurement"),
            ("dqv:isMeasurementOf", metric),
            ("dqv:computedOn", _own(computed_on)),
            *said,
            ("dcterms:isPartOf", _own(iris.QUALITE)),
        ],
    )


def _block(subject: str, said: _Said) -> str:
    statements = " ;\n    ".join(f"{term} {value}" for term, value in said)
    return f"\n{_own(subject)}\n    {statements} .\n"


def _own(relative: str) -> str:
    return f"<{relative}>"


def _local(term: str) -> str:
    return term.partition(":")[2]


def _decimal(number: Decimal) -> str:
    """A number in the canonical form of xsd:decimal: ``1.0``, ``0.75``."""
    text = f"{number:f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text
