"""A file of the old layout without its line breaks is read where its labels are beyond doubt."""

import pytest

from reading import FIXTURES, codes, question

FICHES = FIXTURES / "page_fiche"
ANSWERED = (FICHES / "l12-repondue" / "source.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["l12-repondue", "l11-retiree", "l9-sans-accents", "l12-question-au-gouvernement"],
)
def test_a_file_on_one_line_says_what_it_says_on_many(name: str) -> None:
    lines = (FICHES / name / "source.txt").read_text(encoding="utf-8")
    on_one = " ".join(lines.split())
    assert _without_breaks(question(on_one)) == _without_breaks(question(lines))
    assert set(codes(on_one)) == set(codes(lines))


def _without_breaks(record: object) -> str:
    """A record in words: on one line the paragraphs of a text are one."""
    return str(record).replace("\\n", " ").replace("  ", " ")


def test_a_page_that_has_its_lines_may_quote_a_heading() -> None:
    quoting = ANSWERED.replace("sur les chapiteaux.", "qui a lu « Texte de la REPONSE : néant ».")
    assert quoting != ANSWERED
    (version,) = question(quoting).versions
    assert "« Texte de la REPONSE : néant »" in version.texte
    (answer,) = question(quoting).reponse
    assert answer.versions == question(ANSWERED).reponse[0].versions


def test_where_the_answer_begins_is_not_guessed() -> None:
    quoting = ANSWERED.replace("sur les chapiteaux.", "qui a lu « Texte de la REPONSE : néant ».")
    assert codes(" ".join(quoting.split())) == ["fiche-sans-lignes"]
