"""``def``: the ontology with its lists, as a page, as Turtle and as JSON-LD."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from questions_rdf import query
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.pages.documentation.ontology import Example, ontology_page
from questions_rdf.pages.frame import Frame
from questions_rdf.resources import Description, described, serialised
from questions_rdf.resources.places import ONTOLOGY
from questions_rdf.resources.statements import Literal, Statement
from questions_rdf.resources.turtle import line
from questions_rdf.site.documentation.both import both
from questions_rdf.site.site_file import SiteFile

PATH = ONTOLOGY.rpartition("/")[2]
FORMS = ("ttl", "jsonld")
_LONGEST = 160

Resolve = Callable[[str], str | None]
"""The IRI of a thing → the path of the page that it stands on, if it has one."""


def nowhere(_iri: str) -> str | None:
    """Nothing has a page."""
    return None


def ontology_files(
    examples: Mapping[str, Statement],
    as_of: date | None,
    base: str = DEFAULT_BASE,
    resolve: Resolve = nowhere,
) -> Iterator[SiteFile]:
    """The page in both languages, and the graph in both forms.

    Args:
        examples: for a term, a statement of the data (:mod:`questions_rdf.resources.examples`).
        as_of: the day of the data.
        base: the data base.
        resolve: where the subjects of examples have their pages.
    """
    description = ontology(base, as_of)

    def page(frame: Frame) -> str:
        shown = {
            term: _example(statement, base, resolve, frame) for term, statement in examples.items()
        }
        return ontology_page(description, frame, shown)

    yield from both(PATH, page, as_of, forms=FORMS, canonical=ONTOLOGY)
    for form in FORMS:
        yield SiteFile(f"{PATH}.{form}", serialised(description, form))


def ontology(base: str = DEFAULT_BASE, as_of: date | None = None) -> Description:
    """The terms and lists, from the files of the project."""
    found = described(query.loaded(()), ONTOLOGY, base, as_of)
    if found is None:
        raise LookupError("the files of the ontology say nothing of it")
    return found


def _example(statement: Statement, base: str, resolve: Resolve, frame: Frame) -> Example:
    where = resolve(statement.subject)
    turtle = line(_shortened(statement), base)
    return Example(turtle, frame.address(where) if where else None)


def _shortened(statement: Statement) -> Statement:
    """The statement; of a long text the beginning, on one line."""
    value = statement.value
    if not isinstance(value, Literal):
        return statement
    text = " ".join(value.value.split())
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    return statement._replace(value=value._replace(value=cut))
