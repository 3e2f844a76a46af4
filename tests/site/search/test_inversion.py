"""The index says of each word which records say it: all of them, and no other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.site.search.inversion import Inversion, Postings, varint

Levels = dict[str, int]
RECORDS = st.lists(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 7), max_size=8), max_size=60
)


def numbers(content: bytes) -> Iterator[int]:
    value = bits = 0
    for byte in content:
        value |= (byte & 0x7F) << bits
        bits += 7
        if byte < 0x80:
            yield value
            value = bits = 0


def read(postings: Postings) -> list[tuple[int, int]]:
    place, found = -1, []
    for number in numbers(postings.content):
        place += number >> 3
        found.append((place, number & 7))
    assert len(found) == postings.records
    return found


def inverted(records: Iterable[Levels], room: int) -> list[Postings]:
    with TemporaryDirectory() as folder:
        inversion = Inversion(Path(folder), room)
        for number, levels in enumerate(records):
            inversion.add(number, levels)
        return list(inversion.merged())


@given(RECORDS, st.sampled_from([0, 900, 1 << 20]))
def test_every_record_stands_with_its_words(records: list[Levels], room: int) -> None:
    expected = defaultdict(list)
    for number, levels in enumerate(records):
        for word, level in levels.items():
            expected[word].append((number, level))
    found = inverted(records, room)
    assert [one.word for one in found] == sorted(expected)
    assert {one.word: read(one) for one in found} == expected


def test_records_far_apart_and_many_files_make_no_difference() -> None:
    records = [{"rare": 7, "both": 1}] + [{"both": 2}] * 40_000 + [{"rare": 0}]
    few, many = inverted(records, 1 << 30), inverted(records, 2_000)
    assert few == many
    assert read(few[1]) == [(0, 7), (40_001, 0)]
    assert len(few[0].content) == 40_001  # a byte a record where they stand close


@given(st.integers(0, 1 << 40))
def test_a_number_is_read_back(value: int) -> None:
    assert list(numbers(varint(value))) == [value]
