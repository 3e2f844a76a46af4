"""What the page of a quality report shows: names in two languages beside the figures."""

from typing import NamedTuple

from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual, Severity
from questions_rdf.quality.fields import Need
from questions_rdf.quality.report import ALL, Cell, ClassReport, FieldReport, Report, Scope
from questions_rdf.reference.vocabulaire import terme, termes

METRICS = (
    "qp:Completude",
    "qp:Validite",
    "qp:Conformite",
    "qp:Identification",
    "qp:Restitution",
    "qp:NombreDeConstats",
)
_CLASSES = {
    "foaf:Person": Bilingual("personnes", "people"),
    "org:Membership": Bilingual("mandats", "mandates"),
    "org:Organization": Bilingual("organismes", "bodies"),
    "prov:Entity": Bilingual("documents lus", "documents read"),
    "skos:Concept": Bilingual("rubriques et portefeuilles", "rubriques and portfolios"),
    "skos:ConceptScheme": Bilingual("listes de concepts", "schemes of concepts"),
    "schema:PublicationIssue": Bilingual(
        "numéros du Journal officiel", "issues of the Journal officiel"
    ),
    "igeo:Departement": Bilingual("départements", "départements"),
}
"""What classes of other vocabularies are called; ours are named in the ontology."""
NEEDS = {
    Need.MANDATORY: Bilingual("obligatoire", "mandatory"),
    Need.EXPECTED: Bilingual("attendue", "expected"),
    Need.OPTIONAL: Bilingual("facultative", "optional"),
}
SEVERITIES = {
    Severity.ERROR: Bilingual("erreur", "error"),
    Severity.WARNING: Bilingual("avertissement", "warning"),
    Severity.INFO: Bilingual("remarque", "remark"),
}


class Line(NamedTuple):
    """A property in a table: its cells in the order of the columns, none where nothing is said."""

    name: Bilingual
    term: str
    need: Bilingual
    whole: Cell
    cells: list[Cell | None]


class Section(NamedTuple):
    """The table of a class."""

    name: Bilingual
    classe: str
    total: int
    columns: list[Bilingual]
    counts: list[int]
    complete: list[Line]
    invalid: list[Line]
    identified: list[Line]


class Lack(NamedTuple):
    """A property that should be there, and is not everywhere."""

    classe: Bilingual
    line: Line


def view(report: Report) -> dict[str, object]:
    """What the template uses."""
    sections = [_section(one, report) for one in report.classes]
    return {
        "report": report,
        "sections": sections,
        "lacks": [lack for one in sections for lack in _lacks(one)],
        "identified": [one for one in sections if one.identified],
        "invalid": [one for one in sections if one.invalid],
        "conformity": [
            (name_of_scope(scope), cell)
            for cell in report.conformity
            for scope in report.scopes
            if scope.key == cell.scope
        ],
        "questions": questions(report),
        "metrics": [terme(name) for name in METRICS],
        "severities": SEVERITIES,
        "records": _records(report),
    }


def questions(report: Report) -> int:
    """How many questions there are."""
    return sum(
        one.counts.get(ALL.key, 0) for one in report.classes if one.classe.startswith("qp:Question")
    )


def _records(report: Report) -> Cell | None:
    records = report.records
    if records is None or not records.read:
        return None
    return Cell(ALL.key, records.published + records.merged, records.read)


def _section(one: ClassReport, report: Report) -> Section:
    scopes = [scope for scope in report.scopes if scope != ALL and scope.key in one.counts]
    keys = [scope.key for scope in scopes]
    return Section(
        name=name_of_class(one.classe),
        classe=one.classe,
        total=one.counts[ALL.key],
        columns=[name_of_scope(scope) for scope in scopes],
        counts=[one.counts[key] for key in keys],
        complete=[_line(field, field.complete, keys) for field in one.fields],
        invalid=[_line(f, f.valid, keys) for f in one.fields if _is_short(f.valid)],
        identified=[_line(f, f.identified, keys) for f in one.fields if f.identified],
    )


def _line(field: FieldReport, cells: list[Cell], scopes: list[str]) -> Line:
    by_scope = {cell.scope: cell for cell in cells}
    return Line(
        name=name_of_field(field),
        term=field.term,
        need=NEEDS[field.need],
        whole=by_scope[ALL.key],
        cells=[by_scope.get(scope) for scope in scopes],
    )


def _is_short(cells: list[Cell]) -> bool:
    """Whether a share is less than all somewhere."""
    return any(cell.numerator < cell.denominator for cell in cells)


def _lacks(section: Section) -> list[Lack]:
    optional = NEEDS[Need.OPTIONAL]
    return [
        Lack(section.name, line)
        for line in section.complete
        if line.need != optional and line.whole.numerator < line.whole.denominator
    ]


# ---- Names


def name_of_class(classe: str) -> Bilingual:
    """What a class is called."""
    known = termes().get(expanded(classe))
    local = classe.partition(":")[2]
    return known.name if known else _CLASSES.get(classe, Bilingual(local, local))


def name_of_field(field: FieldReport) -> Bilingual:
    """What a property is called: ours by the ontology, others by their key and by their term."""
    known = termes().get(expanded(field.term))
    return known.name if known else Bilingual(field.key, field.term.partition(":")[2])


def name_of_scope(scope: Scope) -> Bilingual:
    """What a part of the data is called."""
    if scope.kind == "all":
        return Bilingual("ensemble", "all")
    if scope.kind == "form":
        return terme(scope.name).name
    if not scope.name:
        return Bilingual("sans législature", "no legislature")
    return Bilingual(f"{scope.name}e législature", f"legislature {scope.name}")
