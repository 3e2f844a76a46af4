"""The queries as data: executables of SHACL, with labels, keywords and parameters, in Turtle."""

import re
from collections.abc import Iterable, Iterator

from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.prefixes import house_prefixes
from questions_rdf.query_files import terms
from questions_rdf.query_files.header import Kind, Parameter, Words
from questions_rdf.query_files.library import QueryFile

_PREFIXES = ("qp", "dcterms", "rdfs", "schema", "sh", "owl", "xsd")
_DECLARED = re.compile(r"(?m)^PREFIX (\w+): <([^>]*)>$")
_DATATYPES: dict[Kind, str] = {
    "text": "xsd:string",
    "word": "xsd:string",
    "question": "xsd:string",
    "date": "xsd:date",
    "integer": "xsd:integer",
}
_NEEDS = {
    "reference": ("Il y faut les données de référence.", "This needs the reference data."),
    "similar": ("Il y faut build --similar.", "This needs build --similar."),
}


def turtle(files: Iterable[QueryFile]) -> str:
    """A document with one ``sh:SPARQLSelectExecutable`` for each query.

    ``sh:select`` is the query as it runs, with its defaults. The local name of a parameter's
    ``sh:path`` is the variable whose VALUES line, or whose marked filter, takes another value.
    """
    return "\n".join(_document(list(files)))


def _document(files: list[QueryFile]) -> Iterator[str]:
    house = house_prefixes()
    yield f"@base <{DEFAULT_BASE}> ."
    for prefix in _PREFIXES:
        yield f"@prefix {prefix}: <{house[prefix]}> ."
    used = dict(sorted(found for file in files for found in _DECLARED.findall(file.text)))
    yield ""
    yield f"<requete/prefixes> a owl:Ontology{_declarations(used)} ."
    for prefix, namespace in used.items():
        yield ""
        yield f"<requete/prefixes#{prefix}> a sh:PrefixDeclaration ;"
        yield f'    sh:prefix "{prefix}" ;'
        yield f'    sh:namespace "{namespace}"^^xsd:anyURI .'
    for file in files:
        yield from _executable(file)
    yield ""


def _declarations(used: Iterable[str]) -> str:
    named = " , ".join(f"<requete/prefixes#{prefix}>" for prefix in used)
    return f" ;\n    sh:declare {named}" if named else ""


def _executable(file: QueryFile) -> Iterator[str]:
    french, english = file.header.fr, file.header.en
    classes = "sh:SPARQLSelectExecutable , sh:SPARQLExecutable"
    yield ""
    yield f"<requete/{file.name}> a {classes}{' , sh:Parameterizable' * bool(file.parameters)} ;"
    yield f"    dcterms:identifier {terms.literal(file.name)} ;"
    yield f"    rdfs:label {_both(french.title, english.title)} ;"
    yield f"    rdfs:comment {_both(_comment(file, french, 0), _comment(file, english, 1))} ;"
    yield f"    schema:keywords {_keywords(french, 'fr')} ,\n        {_keywords(english, 'en')} ;"
    if file.parameters:
        named = " , ".join(f"<requete/{file.name}#{name}>" for name in file.parameters)
        yield f"    sh:parameter {named} ;"
    yield "    sh:prefixes <requete/prefixes> ;"
    yield f"    sh:select {terms.literal(file.text)} ."
    for name, parameter in file.parameters.items():
        yield from _parameter(file, name, parameter)


def _comment(file: QueryFile, words: Words, language: int) -> str:
    return " ".join((words.description, *(_NEEDS[need][language] for need in file.header.needs)))


def _keywords(words: Words, language: str) -> str:
    return " , ".join(f"{terms.literal(word)}@{language}" for word in words.keywords)


def _both(french: str, english: str) -> str:
    return f"{terms.literal(french)}@fr ,\n        {terms.literal(english)}@en"


def _parameter(file: QueryFile, name: str, parameter: Parameter) -> Iterator[str]:
    default = file.default(name)
    yield ""
    yield f"<requete/{file.name}#{name}> a sh:Parameter ;"
    yield f"    sh:path <requete/parametre#{name}> ;"
    yield f"    sh:name {_both(parameter.fr, parameter.en)} ;"
    if parameter.type in _DATATYPES:
        yield f"    sh:datatype {_DATATYPES[parameter.type]} ;"
    else:
        yield "    sh:nodeKind sh:IRI ;"
    if parameter.values:
        yield f"    sh:in ( {' '.join(parameter.values)} ) ;"
    if default is not None:
        yield f"    sh:defaultValue {_default(default, name, parameter)} ;"
    yield f"    sh:optional {str(parameter.optional).lower()} ."


def _default(value: str, name: str, parameter: Parameter) -> str:
    """The default as a term of Turtle; of a word it is the word, not the pattern."""
    return terms.literal(value) if parameter.type == "word" else terms.term(value, name, parameter)
