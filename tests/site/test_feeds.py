"""Atom feeds: valid by RFC 4287, true to the day, the same for every reader."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from built import BASE, QP
from questions_rdf.characters import ILLEGAL
from questions_rdf.pages.feed import Category, Feed, Named, News, atom
from questions_rdf.site.feeds.making import MOST, feeds
from questions_rdf.site.feeds.subjects import OF_THINGS, Subject, of_all, of_thing
from site_index import WHERE, add_question, empty_index, small_index

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
ATOM = "{http://www.w3.org/2005/Atom}"


def of_things(index: Any) -> Iterator[Subject]:
    """The feeds of all things in an index that questions belong to."""
    for kind, (column, _) in OF_THINGS.items():
        found = index.execute(
            f"SELECT DISTINCT {column}, fr FROM question LEFT JOIN chose ON chose.iri = {column} "  # noqa: S608
            f"WHERE {column} IS NOT NULL ORDER BY {column}"
        )
        for iri, name in found:
            if path := WHERE.path(iri):
                subject = of_thing(kind, iri, path, name)
                assert subject
                yield subject


def made(index: Any, subjects: Iterable[Subject] | None = None) -> dict[str, Any]:
    """The feeds by path, parsed by a parser that forgives nothing."""
    chosen = chain(of_all(), of_things(index)) if subjects is None else subjects
    return {file.path: etree.fromstring(file.content) for file in feeds(index, chosen, WHERE)}


def news(feed: Any) -> list[tuple[str, str]]:
    """What happened and when, by the identities of the entries."""
    return [
        (entry.findtext(f"{ATOM}id").removeprefix(f"{BASE}question/QANR5L17"), entry.findtext(f"{ATOM}updated")[:10])
        for entry in feed.iter(f"{ATOM}entry")
    ]  # fmt: skip


@pytest.fixture(scope="module")
def small() -> dict[str, Any]:
    return made(small_index())


def test_there_is_a_feed_of_everything_each_status_and_each_thing_with_questions(
    small: dict[str, Any],
) -> None:
    assert set(small) == {
        "questions.atom",
        "statut/en-attente.atom",
        "statut/en-retard.atom",
        "statut/repondue.atom",
        "statut/retiree.atom",
        "statut/caduque.atom",
        "statut/cloturee.atom",
        "acteur/PA1.atom",
        "acteur/PA2.atom",
        "organe/PO1.atom",
        "organe/PO2.atom",
        "rubrique/sante.atom",
    }


def test_feeds_are_valid(small: dict[str, Any]) -> None:
    for path, feed in small.items():
        assert GRAMMAR.validate(feed), (path, GRAMMAR.error_log)


def test_identities_are_iris_and_each_is_there_once(small: dict[str, Any]) -> None:
    for path, feed in small.items():
        assert feed.findtext(f"{ATOM}id") == BASE + path
        found = [one for one, _ in news(feed)]
        assert len(found) == len(set(found))


def test_everything_that_happened_comes_newest_first(small: dict[str, Any]) -> None:
    assert news(small["questions.atom"]) == [
        ("QE2", "2026-10-06"),
        ("QE6#reponse", "2026-08-05"),
        ("QE6", "2026-08-04"),
        ("QE5#reponse", "2026-06-10"),  # printed with its question
        ("QE4#cloture-2026-06-02", "2026-06-02"),
        ("QE3#reponse", "2026-05-05"),  # and no closure on that day
        ("QE3#signalement-2026-04-14", "2026-04-14"),
        ("QE1", "2026-03-03"),
        ("QE3", "2026-02-03"),
        ("QE4", "2026-01-06"),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("statut/en-attente", [("QE2", "2026-10-06"), ("QE1", "2026-03-03")]),
        ("statut/en-retard", [("QE1#echeance", "2026-05-04")]),
        ("statut/retiree", [("QE4#cloture-2026-06-02", "2026-06-02")]),
        ("statut/caduque", []),
        ("acteur/PA2", [("QE2", "2026-10-06")]),
        (
            "organe/PO2",  # the ministry now responsible
            [
                ("QE3#reponse", "2026-05-05"),
                ("QE3#signalement-2026-04-14", "2026-04-14"),
                ("QE3", "2026-02-03"),
            ],
        ),
    ],
)
def test_a_feed_holds_what_happened_to_its_questions(
    small: dict[str, Any], path: str, expected: list[tuple[str, str]]
) -> None:
    assert news(small[f"{path}.atom"]) == expected


def test_a_feed_is_as_old_as_its_newest_news(small: dict[str, Any]) -> None:
    assert small["organe/PO2.atom"].findtext(f"{ATOM}updated") == "2026-05-05T00:00:00Z"
    assert small["statut/caduque.atom"].findtext(f"{ATOM}updated") == "2026-11-17T00:00:00Z"


def test_a_feed_knows_its_address_and_its_page(small: dict[str, Any]) -> None:
    links = {link.get("rel"): link.get("href") for link in small["acteur/PA2.atom"].iterfind(f"{ATOM}link")}  # fmt: skip
    assert links["self"] == "https://example.org/q/acteur/PA2.atom"
    assert links["alternate"] == "https://example.org/q/acteur/PA2.html"
    assert "licence-ouverte" in links["license"]


def test_news_readers_read_it() -> None:
    index = small_index()
    subject = next(one for one in of_things(index) if one.path == "organe/PO2")
    (file,) = feeds(index, [subject], WHERE)
    read = feedparser.parse(file.content, response_headers={"content-type": "application/atom+xml"})
    assert not read.bozo
    assert (read.version, read.feed.language) == ("atom10", "fr")
    assert read.feed.title == "Ministère du travail : questions et réponses"
    answer, flagged, asked = read.entries
    assert answer.title == "Réponse à la question écrite n° 3 : Titre 3"
    assert answer.link == "https://example.org/q/question/QANR5L17QE3.html#reponse"
    assert answer.author == "Ève Lépine"
    assert answer.author_detail.href == "https://example.org/q/acteur/PA1.html"
    assert [(tag.term, tag.label) for tag in answer.tags] == [("Repondue", "répondue"), ("sante", "Santé")]  # fmt: skip
    assert answer.summary.replace("\u00a0", " ") == (
        "Réponse publiée le 5 mai 2026, 91 jours après la question, avec 32 jours de retard. "
        "Statut : répondue. Ministère : Ministère du travail. Échéance : 3 avril 2026."
    )
    assert flagged.title == "Signalement de la question écrite n° 3 : Titre 3"
    assert asked.title == "Question écrite n° 3 : Titre 3"
    # What an entry says is what held on its day: whom it was asked, and that it waited.
    assert "Ministère de la santé & des soins" in asked.summary
    assert asked.tags[0].term == "EnAttente"
    assert asked.published_parsed[:3] == (2026, 2, 3)


def test_an_answer_in_time_and_one_without_a_deadline(small: dict[str, Any]) -> None:
    stories = [entry.findtext(f"{ATOM}summary") for entry in small["statut/repondue.atom"].iter(f"{ATOM}entry")]  # fmt: skip
    assert "1 jour après la question, dans le délai." in stories[0]
    assert "délai" not in stories[1]
    assert "avec 32 jours de retard." in stories[2]


def test_the_last_day_is_there_as_a_whole() -> None:
    index = empty_index()
    for number in range(130):
        day = "2026-11-03" if number < 40 else "2026-10-27" if number < 120 else "2026-10-20"
        add_question(index, 100 + number, publication=day)
    found = news(made(index, islice(of_all(), 1))["questions.atom"])
    assert [day for _, day in found] == ["2026-11-03"] * 40 + ["2026-10-27"] * 80


def test_a_day_on_which_very_much_happened_is_cut() -> None:
    index = empty_index()
    for number in range(MOST + 20):
        add_question(index, 1000 + number, publication="2026-11-03")
    assert len(news(made(index, islice(of_all(), 1))["questions.atom"])) == MOST


def test_slices_of_things_give_the_same_feeds_as_all_at_once() -> None:
    index = small_index()
    subjects = list(of_things(index))
    apart = [file for one in subjects for file in feeds(index, [one], WHERE)]
    assert apart == list(feeds(index, subjects, WHERE))


def test_what_is_not_known_is_left_out() -> None:
    index = empty_index()
    add_question(index, 9, titre=None, numero=None, nature=None, auteur=None, rubrique=None,
                 ministere=None, ministere_interroge=None, echeance=None)  # fmt: skip
    add_question(index, 8, auteur=f"{BASE}acteur/PA9", rubrique=f"{BASE}rubrique/x y")
    found = made(index)
    assert all(GRAMMAR.validate(feed) for feed in found.values())
    titles = [entry.findtext(f"{ATOM}title") for entry in found["questions.atom"].iter(f"{ATOM}entry")]  # fmt: skip
    assert titles == ["Question écrite n° 8 : Titre 8", "Question : QANR5L17QE9"]
    assert "rubrique/x y.atom" not in found  # it can have no page, and so no feed
    assert "acteur/PA9.atom" in found


# -- Any text ---------------------------------------------------------------------------------------

ANY_TEXT = st.one_of(
    st.text(st.characters()),  # lone surrogates and control characters, too
    st.sampled_from(["]]>", "<![CDATA[x", "&amp;", "</title>", "\ufffe\uffff", "😀", "{{ 7*7 }}", "\x00\x1f", "\ud800"]),
)  # fmt: skip


def as_read(text: str) -> str:
    """A text as XML gives it back."""
    return ILLEGAL.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_stays_text(title: str, name: str, ministry: str, label: str) -> None:
    status = Category(f"{QP}Statuts", "EnAttente", "en attente")
    rubrique = Category(f"{BASE}rubriques", "x", label)
    entry = News(
        f"{BASE}question/Q", "question", date(2026, 1, 2), "https://example.org/q.html", "question",
        3, title, Named(f"A{name}", None), f"M{ministry}", status, rubrique, None, None, None,
    )  # fmt: skip
    feed = Feed(f"{BASE}x.atom", f"T{title}", entry.day, "https://example.org/x.atom", "https://example.org/", (entry,))  # fmt: skip
    read = etree.fromstring(atom(feed, "https://example.org/icon.svg").encode())
    assert GRAMMAR.validate(read), GRAMMAR.error_log
    assert read.findtext(f"{ATOM}title") == as_read(f"T{title}")
    (found,) = read.iter(f"{ATOM}entry")
    assert found.findtext(f"{ATOM}title") == as_read(f"Question n° 3 : {title}")
    assert found.findtext(f"{ATOM}author/{ATOM}name") == as_read(f"A{name}")
    assert as_read(f"Ministère : M{ministry}.") in found.findtext(f"{ATOM}summary")
    in_attribute = as_read(label).replace("\n", " ").replace("\t", " ")
    assert found.findall(f"{ATOM}category")[1].get("label") == in_attribute
