"""The cache says what the archive says, to the byte, and is refused where it does not."""

import hashlib
import io
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference_data as data
from questions_rdf.amo import cache
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.gathering import Gathering
from questions_rdf.documents import Document
from questions_rdf.errors import OutputError, UnreadableInputError, UsageError
from questions_rdf.manifest import Input
from questions_rdf.problems import Origin, Problem

INPUTS = [Input("folder/amo.zip", 12, "ab" * 32)]


def directory(*records: object) -> Annuaire:
    gathering = Gathering()
    for one in data.found(*records):
        assert not isinstance(one, Problem)
        gathering.add(one)
    return gathering.annuaire()


OBJECTS = [
    {"acteur": data.acteur(mandats=[data.siege(), data.appartenance()])},
    *data.members(organe=[data.organe("PO1"), data.organe("PO2", "ASSEMBLEE")]),
]
ANNUAIRE = directory(*OBJECTS)
PACKED = cache.packed(ANNUAIRE, INPUTS)


def read(content: bytes) -> Annuaire:
    gathering = Gathering()
    for record in cache.records(Document(Origin("a.cache"), io.BytesIO(content))):
        gathering.add(record)
    return gathering.annuaire()


def same(one: Annuaire, other: Annuaire) -> bool:
    return (one.acteurs, one.mandats, one.organes) == (other.acteurs, other.mandats, other.organes)


def test_what_is_written_is_read() -> None:
    assert cache.is_cache(PACKED)
    assert same(read(PACKED), ANNUAIRE)


def test_the_same_input_gives_the_same_bytes_in_whatever_order_and_folder() -> None:
    elsewhere = [msgspec.structs.replace(INPUTS[0], file="elsewhere/amo.zip")]
    assert cache.packed(directory(*reversed(OBJECTS)), elsewhere) == PACKED


def test_the_header_says_what_the_cache_was_made_of() -> None:
    after_digest = PACKED.index(b"\n") + 1 + hashlib.sha256().digest_size
    length = int.from_bytes(PACKED[after_digest : after_digest + 4], "big")
    header = msgspec.msgpack.decode(PACKED[after_digest + 4 : after_digest + 4 + length])
    assert header["inputs"] == [{"file": "amo.zip", "bytes": 12, "sha256": "ab" * 32}]
    assert (header["acteurs"], header["mandats"], header["organes"]) == (1, 2, 2)
    assert header["version"]
    assert header["fields"]["Acteur"] == ["identifiant", "civilite", "prenom", "nom"]


def test_a_cache_of_records_with_other_fields_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_FIELDS", {"Acteur": ["identifiant", "nom"]})
    with pytest.raises(UnreadableInputError, match="build it again"):
        read(PACKED)


@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_one_wrong_byte_is_noticed(position: int, change: int) -> None:
    damaged = bytearray(PACKED)
    damaged[position] ^= change
    with pytest.raises(UnreadableInputError, match="build it again"):
        read(bytes(damaged))


@pytest.mark.parametrize("length", [0, 10, 26, 27, 40, 60, 64, len(PACKED) - 1])
def test_a_cache_that_is_cut_is_refused(length: int) -> None:
    with pytest.raises(UnreadableInputError, match="build it again"):
        read(PACKED[:length])


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0\x01", b"\xff\xff\xff\xff", b"\0\0\0\x02\x81\xa0"]
)
def test_a_cache_that_only_looks_whole_is_refused(content: bytes) -> None:
    first_line = PACKED[: PACKED.index(b"\n") + 1]
    with pytest.raises(UnreadableInputError, match="is damaged; build it again"):
        read(first_line + hashlib.sha256(content).digest() + content)


def test_a_cache_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableInputError, match=r"another version .* build it again"):
        read(PACKED.replace(b"reference 1\n", b"reference 2\n", 1))
    monkeypatch.setattr(cache, "__version__", "99.0")
    with pytest.raises(UnreadableInputError, match=r"by version .* build it again"):
        read(PACKED)


def test_the_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.cache"
    cache.write(path, PACKED)
    cache.write(path, PACKED)
    assert path.read_bytes() == PACKED
    assert list(path.parent.iterdir()) == [path]
    assert path.stat().st_mode & 0o044 == 0o044
    with pytest.raises(OutputError, match="cannot write"):
        cache.write(path / "b.cache", PACKED)


def test_only_a_cache_is_replaced(tmp_path: Path) -> None:
    path, other = tmp_path / "a.cache", tmp_path / "notes.txt"
    cache.refuse_foreign(path)
    path.write_bytes(PACKED)
    cache.refuse_foreign(path)
    other.write_text("Bonjour")
    for foreign in (other, tmp_path):
        with pytest.raises(UsageError):
            cache.refuse_foreign(foreign)
