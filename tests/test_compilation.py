"""The functions that tables are compiled into: readable, and the same facts in every format."""

from datetime import date
from types import SimpleNamespace, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built import BASE, FORMATS
from questions_rdf import iris
from questions_rdf.facts import Citation, Evenement, Faits, Reponse, VersionTexte
from questions_rdf.mapping import tables
from questions_rdf.mapping.libelles import Labelled
from questions_rdf.mapping.organisations import Organisation
from questions_rdf.mapping.parutions import Parution
from questions_rdf.mapping.personnes import MandatDecrit, PersonneDecrite
from questions_rdf.records import InfoJO, Source
from questions_rdf.reference.legislatures import Legislature
from questions_rdf.reference.regles import Regle
from questions_rdf.rows import Kind, Row, Table
from questions_rdf.writers import WRITERS
from questions_rdf.writers.compilation import source
from questions_rdf.writers.rendering import Rendering

DESCRIBED: dict[Table, type] = {
    tables.QUESTION: Faits,
    tables.REPONSE: Reponse,
    tables.EVENEMENT: Evenement,
    tables.VERSION_TEXTE: VersionTexte,
    tables.CITATION: Citation,
    tables.SOURCE: Source,
    tables.PERSONNE: PersonneDecrite,
    tables.MANDAT: MandatDecrit,
    tables.ORGANISME: Organisation,
    tables.LIBELLE_MINISTERE: Labelled,
    tables.RUBRIQUE: Labelled,
    tables.SCHEMA: Labelled,
    tables.LEGISLATURE: Legislature,
    tables.PARUTION: Parution,
    tables.REGLE: Regle,
}
ERRATUM = Table(
    lambda thing: str(thing.iri),
    ("qp:Erratum", "qp:Evenement"),
    (
        Row("date", "qp:date", Kind.DATE, "info_jo.date"),
        Row("analyse", "qp:analyse", Kind.FRENCH, many=True),
        Row("auteur", "qp:auteur", Kind.LINK, through=iris.acteur),
        Row("source", "prov:wasDerivedFrom", Kind.LINK, through=iris.rubrique, many=True),
    ),
)


def test_the_source_of_a_function_can_be_read() -> None:
    assert source(ERRATUM, [WRITERS["ttl"](BASE), WRITERS["jsonld"](BASE)]) == EXPECTED


EXPECTED = """\
def write(thing, indent):
    iri = iri_of(thing)
    (ttl, jsonld,) = openings[types](iri, indent)
    resources[types] += 1
    count = 0

    # date: qp:date, date
    value = thing.info_jo.date
    if value is not None:
        count += 1
        value = value.isoformat()
        ttl.append(f'qp:date "{value}"^^xsd:date'.encode())
        jsonld.append(f'"date": "{value}"'.encode())

    # analyse: qp:analyse, french
    values = thing.analyse
    if values:
        ttl_values = []
        jsonld_values = []
        for value in values:
            count += 1
            text = escaped(value)
            line = short(text)
            ttl_values.append(long(text, line) + b'@fr')
            jsonld_values.append(in_json(line))
        ttl.append(b'qp:analyse ' + b',\\n        '.join(ttl_values))
        jsonld.append(b'"analyse": ' + listed(jsonld_values, indent))

    # auteur: qp:auteur, link
    value = thing.auteur
    if value is not None:
        value = through_auteur(value)
        if value is not None:
            count += 1
            ttl.append(f'qp:auteur <{value}>'.encode())
            jsonld.append(f'"auteur": "{value}"'.encode())

    # source: prov:wasDerivedFrom, link
    values = thing.source
    if values:
        ttl_values = []
        jsonld_values = []
        for value in values:
            value = through_source(value)
            if value is not None:
                count += 1
                ttl_values.append(f'<{value}>'.encode())
                jsonld_values.append(f'"{value}"'.encode())
        if ttl_values: ttl.append(b'prov:wasDerivedFrom ' + b',\\n        '.join(ttl_values))
        if jsonld_values: jsonld.append(b'"source": ' + listed(jsonld_values, indent))

    tally.values += count
    return (
        iri,
        b''.join((f'\\n<{iri}>\\n    '.encode(), b' ;\\n    '.join(ttl), b' .\\n')),
        b''.join((f'{{{indent}'.encode(), f',{indent}'.encode().join(jsonld), f'{indent[:-2]}}}'.encode())),
    )
"""


@pytest.mark.parametrize(
    ("table", "described"), DESCRIBED.items(), ids=lambda one: getattr(one, "__name__", "table")
)
def test_a_row_takes_many_values_exactly_where_its_field_is_a_tuple(
    table: Table, described: type
) -> None:
    for row in table.rows:
        assert row.many == (tuple in _kinds(described, row.path)), row.key


def _kinds(described: type, path: str) -> set[Any]:
    """The types, without their arguments, that the field of that path may have."""
    field, _, rest = path.partition(".")
    hint = get_type_hints(described)[field]
    kinds = get_args(hint) if get_origin(hint) is UnionType else (hint,)
    if rest:
        return {kind for one in kinds if one is not type(None) for kind in _kinds(one, rest)}
    return {get_origin(kind) or kind for kind in kinds}


# -- Any facts ------------------------------------------------------------------------------------

# Words that may stand in an IRI; what texts may hold is tested with the writers.
WORDS = st.sampled_from(["a", "b-1", "QANR5L16QE1", "c2"])
WORD = {
    "classe": st.sampled_from(sorted(tables.TYPES_EVENEMENT)),
    "url_legifrance": st.sampled_from([None, "https://exemple.fr/jo"]),
    "cite_loi": st.just("https://exemple.fr/eli/loi"),
}


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Whatever a field of that type may hold."""
    if get_origin(hint) is UnionType:
        return st.one_of([any_of(kind) for kind in get_args(hint)])
    if get_origin(hint) is tuple:
        return st.lists(any_of(get_args(hint)[0]), max_size=2).map(tuple)
    if issubclass(hint, msgspec.Struct):
        fields = {name: _field(name, kind) for name, kind in get_type_hints(hint).items()}
        return st.builds(hint, **fields)
    plain = {str: WORDS, int: st.integers(1, 99), date: st.dates(date(1958, 10, 4))}
    return plain[hint] if hint in plain else st.from_type(hint)


def _field(name: str, hint: Any) -> st.SearchStrategy[Any]:
    if name in WORD and get_origin(hint) is tuple:
        return st.lists(WORD[name], max_size=2).map(tuple)
    return WORD[name] if name in WORD else any_of(hint)


@given(facts=any_of(Faits))
@settings(deadline=None, max_examples=40)
def test_any_facts_are_the_same_triples_in_every_format_and_counted(facts: Faits) -> None:
    rendering = Rendering(list(WRITERS), BASE)
    rendering.add(tables.QUESTION, facts)
    together = rendering.take()
    graphs = []
    for name, text in zip(WRITERS, together.texts, strict=True):
        alone = Rendering([name], BASE)
        alone.add(tables.QUESTION, facts)
        assert alone.take() == together._replace(texts=[text])
        writer = WRITERS[name](BASE)
        whole = b"".join([writer.header().encode(), text, writer.footer().encode()])
        graphs.append(list(ox.parse(whole, format=FORMATS[name])))
    assert [len(graph) for graph in graphs] == [together.triples] * len(WRITERS)
    assert len({frozenset(graph) for graph in graphs}) == 1


# -- What is counted, what is taken ---------------------------------------------------------------


def label(iri: str, *others: str) -> Labelled:
    return Labelled(iri, "Un", others)


def test_resources_triples_and_classes_are_counted() -> None:
    rendering = Rendering(["nt"], BASE)
    rendering.add(tables.RUBRIQUE, label("rubrique/a", "Deux", "Trois"))
    rendering.add(tables.LIBELLE_MINISTERE, label("ministere/a"))
    first = rendering.take()
    assert (first.subjects, first.triples) == (2, 5 + 3)
    assert first.classes == {"skos:Concept": 2, "qp:LibelleMinistere": 1}
    rendering.add(tables.SCHEMA, label("rubriques"))
    second = rendering.take()
    assert (second.subjects, second.triples) == (1, 2)
    assert second.classes == {"skos:ConceptScheme": 1}


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_may_be_taken_in_parts(name: str) -> None:
    things = [label(f"rubrique/{rank}") for rank in range(5)]
    whole, parts = Rendering([name], BASE), Rendering([name], BASE)
    taken: list[bytes] = []
    for thing in things:
        whole.add(tables.RUBRIQUE, thing)
        parts.add(tables.RUBRIQUE, thing)
        taken += parts.take().texts
    assert WRITERS[name].SEPARATOR.encode().join(taken) == whole.take().texts[0]
    assert parts.take().texts == whole.take().texts == [b""]


def test_values_that_have_no_name_are_not_stated() -> None:
    thing = SimpleNamespace(iri="x", info_jo=InfoJO(), analyse=(), auteur=None, source=("?", "!"))
    rendering = Rendering(list(WRITERS), BASE)
    rendering.add(ERRATUM, thing)
    taken = rendering.take()
    assert taken.triples == 2
    assert not any(b"source" in text or b"wasDerived" in text for text in taken.texts)


def test_a_base_is_no_source() -> None:
    base = "https://exemple.fr/l'{iri}/"
    rendering = Rendering(["nt"], base)
    rendering.add(tables.SCHEMA, label("rubriques"))
    (text,) = rendering.take().texts
    assert all(line.startswith(f"<{base}rubriques> ".encode()) for line in text.splitlines())
