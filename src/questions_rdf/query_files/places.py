"""Where the parameters stand in a query, so that a value can take the place of the default.

A parameter stands in a line of its own, which any engine runs as it is::

    VALUES ?jour { "2026-11-17"^^xsd:date }

A word is looked for by a regular expression, which engines compile once only if it stands in the
filter itself; the word that it was made of stands behind it::

    FILTER(REGEX(?texte, "as[aàâä]l[eéèêë][eéèêë]", "i"))  # ?mot = "Asalée"
"""

import json
import re

from questions_rdf.errors import UsageError
from questions_rdf.query_files.header import Parameter
from questions_rdf.query_files.terms import literal, pattern, term

_STRING = r'"(?:[^"\\\n\r]|\\.)*"'
_UNDEF = "UNDEF"


def default(query: str, name: str, parameter: Parameter) -> str | None:
    """The default of a parameter as one would write it; none if it is left open.

    Raises:
        UsageError: if it stands nowhere, or with several defaults, or is no value of its type.
    """
    found = set(_line(name, parameter).findall(query))
    if len(found) != 1:
        where = "in no line of the query" if not found else "with several defaults"
        raise UsageError(f"the parameter {name} stands {where}")
    (groups,) = found
    written = groups[-2 if parameter.type == "word" else 1]
    if written == _UNDEF:
        if not parameter.optional:
            raise UsageError(f"the parameter {name} has no default and is not optional")
        return None
    if parameter.type == "word":
        return _word(groups, name, parameter)
    return _value(written, name, parameter)


def _word(groups: tuple[str, ...], name: str, parameter: Parameter) -> str:
    """The word of which the pattern in the filter was made."""
    _, regex, _, word, _ = groups
    value = str(json.loads(word))
    if term(value, name, parameter) != regex:
        raise UsageError(f"the parameter {name}: the pattern is not {literal(pattern(value))}")
    return value


def _value(written: str, name: str, parameter: Parameter) -> str:
    value = _bare(written)
    if term(value, name, parameter) not in {written, _spelt_out(written)}:
        raise UsageError(f"the parameter {name}: {written} is no default of type {parameter.type}")
    return value


def _bare(written: str) -> str:
    """The value of a term, without quotes, datatype or angle brackets."""
    if written.startswith('"'):
        return str(json.loads(re.match(_STRING, written)[0]))  # type: ignore[index]
    return written.strip("<>")


def _spelt_out(written: str) -> str:
    return written.replace("xsd:date", "<http://www.w3.org/2001/XMLSchema#date>")


def put(query: str, name: str, parameter: Parameter, value: str) -> str:
    """The query with the value in the default's place."""
    made = term(value, name, parameter)
    if parameter.type == "word":
        return _line(name, parameter).sub(
            lambda found: f"{found[1]}{made}{found[3]}{literal(value)}{found[5]}", query
        )
    return _line(name, parameter).sub(lambda found: f"{found[1]}{made}{found[3]}", query)


def _line(name: str, parameter: Parameter) -> re.Pattern[str]:
    if parameter.type == "word":
        return re.compile(
            rf'(?m)^( *FILTER\(REGEX\(.*, )({_STRING})(, "i"\)\)  # \?{name} = )({_STRING})( *)$'
        )
    return re.compile(rf"(?m)^( *VALUES \?{name} \{{ )(\S+|{_STRING})( \}} *)$")
