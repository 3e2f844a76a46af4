"""Whatever a member holds, reading ends, never raises, and says of it what became of it."""

from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reference_data as data
from questions_rdf.problems import Problem

BOUNDED = settings(deadline=5000, max_examples=100, suppress_health_check=list(HealthCheck))
FIELDS = st.sampled_from(
    "uid acteurRef legislature typeOrgane dateDebut dateFin organes organeRef election lieu numDepartement departement numCirco "
    "mandature datePriseFonction causeFin etatCivil ident civ prenom nom mandats mandat codeType libelle libelleAbrege viMoDe "
    "organeParent organePrecedentRef acteur organe export acteurs @xsi:nil #text".split()
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        [
            "PA1",
            "PM1",
            "PO1",
            "ASSEMBLEE",
            "GP",
            "16",
            "39",
            "2024-06-09",
            "M.",
            "\ud800",
            "\0",
            "0",
        ]
    ),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=6),
    max_leaves=25,
)
FIXTURES = [
    data.encoded({"acteur": data.acteur(mandats=[data.siege(), data.appartenance()])}),
    data.encoded({"mandat": data.siege()}),
    data.encoded({"organe": data.organe()}),
]


def check(content: bytes) -> None:
    found = data.found(content)
    assert found or b"typeOrgane" in content  # a mandate of another kind is passed over
    for one in found:
        assert not (isinstance(one, Problem) and "\0" in one.message.fr)
        msgspec.msgpack.encode(one)  # nothing that no text may hold


@given(st.binary(max_size=300))
@BOUNDED
def test_any_bytes(content: bytes) -> None:
    check(content)


@given(st.sampled_from(["acteur", "mandat", "organe", "export", "x"]), JSON)
@settings(BOUNDED, max_examples=400)
def test_any_json(kind: str, value: object) -> None:
    check(data.encoded({kind: value}))


@given(
    st.sampled_from([data.acteur, data.siege, data.organe]),
    st.dictionaries(FIELDS, JSON, max_size=5),
)
@settings(BOUNDED, max_examples=300)
def test_any_field(build: Any, fields: dict[str, Any]) -> None:
    kind = {data.acteur: "acteur", data.siege: "mandat", data.organe: "organe"}[build]
    check(data.encoded({kind: build() | fields}))


@given(st.sampled_from(FIXTURES), st.integers(0, 2000), st.integers(0, 60), st.binary(max_size=20))
@settings(BOUNDED, max_examples=300)
def test_any_damage(content: bytes, begin: int, length: int, replacement: bytes) -> None:
    check(content[:begin] + replacement + content[begin + length :])
