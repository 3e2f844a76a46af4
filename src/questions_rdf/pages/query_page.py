"""The query page of a SPARQL endpoint: the editor, the example queries, results as table and chart.

The page has no script and no style inside and loads nothing from elsewhere. What its scripts know
stands in a block of JSON: see ``_settings``.
"""

from collections.abc import Iterable
from datetime import date

from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.pages._environment import render
from questions_rdf.pages.query_words import words
from questions_rdf.pages.vocabulary import terms
from questions_rdf.prefixes import house_prefixes
from questions_rdf.query_files.header import Parameter
from questions_rdf.query_files.library import Language, QueryFile

_POLICY_OF_A_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
POLICY = f"{_POLICY_OF_A_PAGE}; frame-ancestors 'none'"
"""The header ``Content-Security-Policy`` of the page; a page itself cannot forbid frames."""

_ROWS = (
    ("CSV", "text/csv", "csv"),
    ("TSV", "text/tab-separated-values", "tsv"),
    ("JSON", "application/sparql-results+json", "srj"),
    ("XML", "application/sparql-results+xml", "srx"),
)
_GRAPHS = (
    ("Turtle", "text/turtle", "ttl"),
    ("N-Triples", "application/n-triples", "nt"),
    ("JSON-LD", "application/ld+json", "jsonld"),
    ("RDF/XML", "application/rdf+xml", "rdf"),
)
_FIRST = """\
# {}
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

SELECT ?annee (COUNT(?question) AS ?questions)
WHERE {{
  ?question a qp:Question ; qp:datePublication ?jour .
  BIND(YEAR(?jour) AS ?annee)
}}
GROUP BY ?annee
ORDER BY ?annee
"""
_FIRST_SAYS = {"fr": "Combien de questions par an ?", "en": "How many questions each year?"}


def query_page(  # noqa: PLR0913
    language: Language,
    examples: Iterable[QueryFile],
    endpoint: str,
    root: str,
    *,
    base: str = DEFAULT_BASE,
    as_of: date | None = None,
) -> str:
    """The page.

    Args:
        language: of what the page says.
        examples: the queries that it offers.
        endpoint: the address of the SPARQL endpoint; a path will do. The text of an example with
            values is asked of ``{endpoint}/queries/{name}?{parameter}={value}``.
        root: where the server's own pages begin, a path or an address with a slash at its end;
            assets are loaded from ``{root}assets/``.
        base: what the IRIs of the data begin with; links to them lead to ``root`` instead.
        as_of: the day of the data, where it is known.
    """
    offered = [_example(file, language, as_of) for file in examples]
    return render(
        "query.html",
        language,
        endpoint=endpoint,
        root=root,
        policy=_POLICY_OF_A_PAGE,
        first=_first(language),
        examples=offered,
        settings=_settings(language, offered, endpoint, root, base),
    )


def _first(language: Language) -> str:
    """What stands in the editor at first."""
    return _FIRST.format(_FIRST_SAYS[language])


def _settings(
    language: Language, examples: list[dict[str, object]], endpoint: str, root: str, base: str
) -> dict[str, object]:
    return {
        "language": language,
        "endpoint": endpoint,
        "root": root,
        "base": base,
        "first": _first(language),
        "words": words(language),
        "prefixes": house_prefixes(),
        "terms": [term._asdict() for term in terms(language)],
        "examples": examples,
        "formats": {"rows": _ROWS, "graphs": _GRAPHS},
    }


def _example(file: QueryFile, language: Language, as_of: date | None) -> dict[str, object]:
    """What the list shows of a query, and all that it is found by."""
    said = file.words(language)
    other = file.words("en" if language == "fr" else "fr")
    return {
        "name": file.name,
        "title": said.title,
        "description": said.description,
        "found_by": " ".join((*said.keywords, other.title, *other.keywords)),
        "needs": file.header.needs,
        "parameters": [
            _field(file, name, parameter, language, as_of)
            for name, parameter in file.parameters.items()
        ],
    }


def _field(
    file: QueryFile, name: str, parameter: Parameter, language: Language, as_of: date | None
) -> dict[str, object]:
    default = file.default(name)
    if parameter.as_of and as_of:
        default = as_of.isoformat()
    return {
        "name": name,
        "type": parameter.type,
        "label": parameter.fr if language == "fr" else parameter.en,
        "default": default or "",
        "values": parameter.values,
        "optional": parameter.optional,
    }
