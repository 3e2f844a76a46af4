"""Similar questions: campaigns are found, formulas are not taken for one."""

import shutil
import time
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

import campaigns
from built import SEEDS, SHARED
from questions_rdf.build import Options, build
from questions_rdf.deduction import deduce
from questions_rdf.rapprochements.records import GroupeSimilaire
from questions_rdf.records import InfoJO, Nature, Personne, Question, Texte, TypeJO, uid_of

np = pytest.importorskip("numpy", reason="--similar needs numpy and datasketch")
pytest.importorskip("datasketch", reason="--similar needs datasketch")

from questions_rdf.rapprochements.empreintes import FEWEST_RUNS, Empreintes, runs_of  # noqa: E402
from questions_rdf.rapprochements.groupes_similaires import groupes, similarity  # noqa: E402

FIRST = date(2023, 1, 3)


def asked(numero: int, texte: str, author: int | None = None, day: date | None = None) -> Question:
    """A question by a deputy of its own, a day after the one before."""
    info = InfoJO(TypeJO.QUESTIONS, day or FIRST + timedelta(numero))
    return Question(
        uid=uid_of(16, Nature.QUESTION_ECRITE, numero),
        nature=Nature.QUESTION_ECRITE,
        numero=numero,
        legislature=16,
        versions=(Texte(texte, info_jo=info),),
        info_jo=info,
        auteur=None if author == 0 else Personne(16, f"PA{author or 900 + numero}"),
    )


def found(folder: Path, *batches: Iterable[Question]) -> list[GroupeSimilaire]:
    """The groups among batches of questions."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, batch in enumerate(batches):
        texts = Empreintes()
        for question in batch:
            texts.note(deduce(question, (), date(2024, 1, 1)))
        texts.write(folder, number)
    return list(groupes(folder))


def members(groups: Sequence[GroupeSimilaire]) -> list[list[int]]:
    """The numbers of the questions of each group."""
    return [[int(uid.partition("QE")[2]) for uid in one.questions] for one in groups]


def jaccard(one: str, other: str) -> float:
    """The similarity of two texts, worked out as its definition says."""
    sets = [set(runs_of(text).tolist()) for text in (one, other)]
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work"


def test_near_copies_are_found_and_near_misses_are_not(folder: Path) -> None:
    copies = range(1, 40, 3)
    questions = [
        asked(n, campaigns.copy(n) if n in copies else campaigns.unlike(n)) for n in range(1, 120)
    ]
    (group,) = found(folder, questions[:50], questions[50:])
    assert members([group]) == [list(copies)]
    assert group.iri == "groupe-similaire/QANR5L16QE1"
    alike = [jaccard(campaigns.copy(1), campaigns.copy(n)) for n in copies]
    assert float(group.similarite) == pytest.approx(min(alike), abs=0.001)
    assert 0.5 < min(alike) < 0.8
    unlike = [jaccard(campaigns.copy(1), campaigns.unlike(n)) for n in range(50)]
    assert max(unlike) < 0.3


def test_formulas_alone_do_not_make_two_texts_alike(folder: Path) -> None:
    assert len(runs_of(campaigns.formulas(1))) < FEWEST_RUNS
    assert found(folder, [asked(n, campaigns.formulas(n)) for n in range(1, 30)]) == []


def test_the_opening_does_not_count() -> None:
    body = " ".join(campaigns.LETTER)
    first, *others = [f"{opening} {body}" for opening in campaigns.OPENINGS]
    assert all(jaccard(first, other) > 0.98 for other in others)


def test_a_short_text_does_not_count_and_the_same_one_a_little_longer_does(folder: Path) -> None:
    words = " ".join(f"mot{n}" for n in range(FEWEST_RUNS + 2))
    short = words.rpartition(" ")[0]
    assert found(folder, [asked(1, short), asked(2, short)]) == []
    assert members(found(folder, [asked(1, words), asked(2, words)])) == [[1, 2]]


def test_a_group_needs_two_authors_and_then_counts_all_their_questions(folder: Path) -> None:
    same = [asked(n, campaigns.copy(n), author=7) for n in (1, 2, 3)]
    nobody = asked(4, campaigns.copy(4), author=0)
    assert found(folder, same) == []
    assert found(folder, [*same, nobody]) == []
    assert members(found(folder, [*same, nobody, asked(5, campaigns.copy(5))])) == [[1, 2, 3, 4, 5]]


def test_the_first_is_the_earliest_whatever_the_order(folder: Path) -> None:
    questions = [asked(n, campaigns.copy(n), day=FIRST - timedelta(n)) for n in range(1, 6)]
    groups = found(folder, questions)
    assert members(groups) == [[5, 4, 3, 2, 1]]
    assert groups[0].iri == "groupe-similaire/QANR5L16QE5"
    assert found(folder, questions[3:], questions[:3]) == groups
    assert found(folder, reversed(questions)) == groups


def test_a_later_question_leaves_the_groups_as_they_are(folder: Path) -> None:
    questions = [
        asked(n, campaigns.copy(n) if n % 2 else campaigns.unlike(n)) for n in range(1, 30)
    ]
    for count in range(2, 30, 5):
        expected = list(range(1, count + 1, 2))
        groups = found(folder, questions[:count])
        assert members(groups) == ([expected] if len(expected) > 1 else [])
        assert {one.iri for one in groups} <= {"groupe-similaire/QANR5L16QE1"}


def test_of_two_groups_the_closer_one_is_joined(folder: Path) -> None:
    letter = list(campaigns.LETTER)
    other = [*letter[:5], *("".join(reversed(one)) for one in letter[5:])]
    assert 0.3 < jaccard(" ".join(letter), " ".join(other)) < 0.5
    texts = [" ".join(letter), " ".join(other), " ".join(other), " ".join(letter)]
    groups = found(folder, [asked(n, text) for n, text in enumerate(texts, start=1)])
    assert members(groups) == [[1, 4], [2, 3]]
    assert [str(one.similarite) for one in groups] == ["1", "1"]


def test_similarity_is_rounded_down() -> None:
    one, other = np.arange(3, dtype=np.uint32), np.arange(2, dtype=np.uint32)
    assert similarity(one, other) == 666
    assert similarity(one, one) == 1000


def test_nothing_to_compare_gives_nothing(folder: Path) -> None:
    assert found(folder) == []
    assert found(folder, [asked(1, "Pourquoi ?")]) == []
    assert found(folder, [asked(1, campaigns.copy(1))]) == []


def test_thousands_of_copies_take_no_quadratic_time(folder: Path) -> None:
    text = campaigns.copy(1)
    start = time.process_time()
    (group,) = found(folder, [asked(n, text) for n in range(1, 5001)])
    assert group.nombre_questions == 5000
    assert time.process_time() - start < 30


def test_a_text_of_any_length_is_compared(folder: Path) -> None:
    long = " ".join(map(str, range(300_000)))
    assert members(found(folder, [asked(1, long), asked(2, f"{long} fin")])) == [[1, 2]]


def test_the_real_questions_have_no_campaign_and_none_is_found(tmp_path: Path) -> None:
    archive = SHARED / "data" / "opendata" / "Questions_ecrites_reconstructed.json.zip"
    if not archive.exists():
        pytest.skip("the official records are not here")
    options = Options(tmp_path / "out", formats=("nt",), check=False, similar=True)
    manifest = build([str(archive), str(SEEDS)], options)
    assert "qp:GroupeSimilaire" not in manifest.classes
    assert "qp:ReponseCommune" not in manifest.classes
