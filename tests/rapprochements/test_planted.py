"""What an invented corpus plants is found: all joint answers, and nearly all copies of a letter."""

from collections import Counter
from pathlib import Path

import pytest

from bench.corpus.generation import Corpus, Wishes
from bench.corpus.packaging import LAYOUTS
from built import triples
from questions_rdf.build import Options, build

WISHES = Wishes(2000, seed=3, campaigns=0.1)


def planted(folder: Path) -> tuple[Path, Corpus]:
    corpus = Corpus(WISHES)
    LAYOUTS["json"](corpus, folder / "corpus.zip")
    return folder / "corpus.zip", corpus


def members(out: Path, collection: str) -> dict[str, str]:
    """The collection of each question that is in one of that kind."""
    stated = (line.split() for line in triples(out / "questions.nt") if "#hadMember>" in line)
    return {
        member.strip("<>").rpartition("/")[2]: subject
        for subject, _, member, *_ in stated
        if f"/{collection}/" in subject
    }


def test_every_joint_answer_is_found_and_no_other(tmp_path: Path) -> None:
    archive, corpus = planted(tmp_path)
    manifest = build([str(archive)], Options(tmp_path / "out", formats=("nt",), check=False))
    expected = corpus.campaigns.statement()["joint_answers"]
    assert expected > 10
    assert manifest.classes["qp:ReponseCommune"] == expected
    found = Counter(members(tmp_path / "out", "reponse-commune").values())
    planted_sizes = [count for count in corpus.campaigns.answers.values() if count > 1]
    assert sorted(found.values()) == sorted(planted_sizes)


def test_copies_of_a_letter_are_found_and_letters_are_not_mixed(tmp_path: Path) -> None:
    pytest.importorskip("datasketch", reason="--similar needs datasketch")
    archive, corpus = planted(tmp_path)
    options = Options(tmp_path / "out", formats=("nt",), check=False, similar=True)
    build([str(archive)], options)
    group_of = members(tmp_path / "out", "groupe-similaire")
    letters = [uids for uids in corpus.campaigns.members.values() if len(uids) > 1]
    sizes = [Counter(group_of.get(uid) for uid in uids) for uids in letters]
    largest = sum(max(one.values()) for one in sizes)
    assert largest > 0.95 * sum(map(len, letters)) > 100
    groups = [set(one) - {None} for one in sizes]
    assert len(set.union(*groups)) == sum(map(len, groups))


def test_a_corpus_without_campaigns_is_as_it_was() -> None:
    plain, with_letters = Corpus(Wishes(300)), Corpus(Wishes(300, campaigns=0.5))
    pairs = list(zip(plain.of_nature("QE"), with_letters.of_nature("QE"), strict=True))
    assert {one["uid"] for one, _ in pairs} == {other["uid"] for _, other in pairs}
    assert 0.4 < sum(one != other for one, other in pairs) / len(pairs) < 0.6
    assert all(one["minAttribs"] == other["minAttribs"] for one, other in pairs)
