"""The data dictionary: the tables of an export and their columns."""

from collections.abc import Sequence

from questions_rdf.exports.dictionary import TableTold
from questions_rdf.pages._links import Link
from questions_rdf.pages.documentation.terms import term_link
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual

TYPES = {
    "identifier": Bilingual("identifiant", "identifier"),
    "string": Bilingual("texte", "text"),
    "html": Bilingual("HTML", "HTML"),
    "integer": Bilingual("nombre entier", "whole number"),
    "date": Bilingual("date", "date"),
    "boolean": Bilingual("vrai ou faux", "true or false"),
    "duration": Bilingual("durée", "duration"),
    "decimal": Bilingual("nombre décimal", "decimal number"),
    "anyURI": Bilingual("adresse", "address"),
}
"""What the datatypes are called."""


def dictionary_page(tables: Sequence[TableTold], frame: Frame) -> str:
    """The page of all tables."""
    contents = [
        (one.name, one.title.in_language(frame.language), len(one.columns)) for one in tables
    ]

    def type_name(datatype: str) -> str:
        return TYPES[datatype].in_language(frame.language)

    def property_link(name: str) -> Link:
        return term_link(expanded(name), name, frame)

    return framed(
        "site/dictionnaire.html",
        frame,
        tables=tables,
        contents=contents,
        type_name=type_name,
        property_link=property_link,
    )
