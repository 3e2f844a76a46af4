"""Precision and recall on passages of official records, read and labelled by hand (labels.tsv).

A label is a question, where the words stand (Q or R), the kind, the words, and what they must be
linked to, if anything; ``-`` marks a passage that looks like a citation and is none. For the labelled
questions every citation is labelled, so that one too many is seen.
"""

import csv
import zipfile
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from built import ROOT, SHARED
from questions_rdf.deduction import deduce
from questions_rdf.facts import Faits
from questions_rdf.records import Source
from reading import questions

FOLDER = SHARED / "data" / "opendata"
ARCHIVES = ("Questions_ecrites_reconstructed.json.zip", "Questions_gouvernement_16.json.zip")
LABELS = Path(__file__).with_name("labels.tsv")
NO_CITATION = "-"
ORAL = range(1000, 1500)
"""The oral questions that were read; of the written ones, all were."""

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(),
    reason="the official records are not beside the project (../shared/data)",
)


class Label(NamedTuple):
    """A row of the sample; ``target`` is an address without what all of its kind have in common."""

    question: str
    where: str
    kind: str
    words: str
    target: str


class Score(NamedTuple):
    """How many citations of a kind are labelled, found, both; and so for the links."""

    labelled: int
    found: int
    right: int
    links_labelled: int
    links_found: int
    links_right: int

    @property
    def line(self) -> str:
        """The row of docs/citations.md."""
        words = f"{_percent(self.right, self.found)} | {_percent(self.right, self.labelled)}"
        links = _percent(self.links_right, self.links_found)
        recalled = _percent(self.links_right, self.links_labelled)
        return f"| {self.labelled} | {words} | {self.links_labelled} | {links} | {recalled} |"


def _percent(part: int, whole: int) -> str:
    return f"{part}/{whole} ({100 * part // whole} %)" if whole else "–"


@cache
def labels() -> tuple[Label, ...]:
    with LABELS.open(encoding="utf-8", newline="") as file:
        return tuple(Label(*row) for row in list(csv.reader(file, delimiter="\t"))[1:])


@cache
def read() -> dict[str, Faits]:
    """The questions that were read by hand, by uid."""
    found = {}
    for name in ARCHIVES:
        with zipfile.ZipFile(FOLDER / name) as archive:
            for member in archive.namelist():
                for question in questions(archive.read(member)):
                    if question.nature == "QE" or question.numero in ORAL:
                        sources = (Source(member, "0" * 64),)
                        found[question.uid] = deduce(question, sources, date(2026, 11, 22))
    return found


@cache
def found() -> frozenset[Label]:
    """What is recognised in them, in the form of labels."""
    return frozenset(
        Label(
            uid,
            "Q" if citation.extrait_de == faits.iri else "R",
            citation.genre.removeprefix("qp:"),
            _plain(citation.texte),
            _short(citation.cite_loi or "".join(citation.rappelle)),
        )
        for uid, faits in read().items()
        for citation in faits.citation
    )


def _plain(words: str) -> str:
    return " ".join(words.split())


def _short(target: str) -> str:
    target = target.removeprefix("https://www.legifrance.gouv.fr/eli/")
    return target.removeprefix("question/").removesuffix("/jo/texte")


def _without_target(of: set[Label]) -> set[Label]:
    return {label._replace(target="") for label in of}


def scores() -> dict[str, Score]:
    by_kind: dict[str, tuple[set[Label], set[Label]]] = defaultdict(lambda: (set(), set()))
    for label in labels():
        if label.kind != NO_CITATION:
            by_kind[label.kind][0].add(label)
            by_kind["all"][0].add(label)
    for label in found():
        by_kind[label.kind][1].add(label)
        by_kind["all"][1].add(label)
    return {kind: _score(*sets) for kind, sets in by_kind.items()}


def _score(labelled: set[Label], recognised: set[Label]) -> Score:
    links, linked = ({one for one in of if one.target} for of in (labelled, recognised))
    return Score(
        len(labelled),
        len(recognised),
        len(_without_target(labelled) & _without_target(recognised)),
        len(links),
        len(linked),
        len(links & linked),
    )


def test_the_sample_is_large_and_holds_what_looks_like_a_citation() -> None:
    kinds = [label.kind for label in labels()]
    assert len(kinds) - kinds.count(NO_CITATION) >= 100
    assert kinds.count(NO_CITATION) >= 40
    assert {label.question for label in labels()} <= read().keys()


def test_the_words_of_each_label_stand_in_the_text_that_it_names() -> None:
    for label in labels():
        faits = read()[label.question]
        answers = [answer.texte or "" for answer in faits.reponse]
        texts = [faits.texte or ""] if label.where == "Q" else answers
        assert any(label.words in _plain(text) for text in texts), label


def test_no_link_is_wrong() -> None:
    score = scores()["all"]
    assert score.links_right == score.links_found
    assert score.links_right >= 0.95 * score.links_labelled


def test_hardly_a_citation_is_none_and_few_are_missed() -> None:
    score = scores()["all"]
    assert score.right >= 0.99 * score.found
    assert score.right >= 0.93 * score.labelled


def test_what_looks_like_a_citation_is_none() -> None:
    taken = {(one.question, one.where, one.words) for one in found()}
    wrong = [
        label
        for label in labels()
        if label.kind == NO_CITATION
        and any((label.question, label.where) == t[:2] and t[2] in label.words for t in taken)
    ]
    assert [label.words for label in wrong] == ["arrêté du 6 juillet 2023, la Cour européenne"]


def test_the_documentation_gives_these_figures() -> None:
    page = (ROOT / "docs" / "citations.md").read_text(encoding="utf-8")
    missing = []
    for kind, score in sorted(scores().items()):
        print(kind, score.line)  # noqa: T201  (for who runs this with -s)
        if f"| {kind} {score.line}" not in page:
            missing.append(f"| {kind} {score.line}")
    assert missing == []
