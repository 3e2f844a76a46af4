"""What was written is read again: nothing lost, nothing altered, in either form of any page."""

from collections.abc import Callable

import pytest

from questions_rdf.errors import OutputError
from questions_rdf.prefixes import expanded
from questions_rdf.resources import Description, Kind, serialised
from questions_rdf.resources.statements import Literal, Statement, Value
from questions_rdf.site.checking import Checking, Forms

_BASE = "https://example.org/questions/"
_PAGES = 4


def _forms(number: int) -> Forms:
    iri = f"{_BASE}question/Q{number}"
    values: dict[str, Value] = {
        "identifier": Literal(f"Q{number}", expanded("xsd:string")),
        "creator": f"{_BASE}acteur/PA1",
        "date": Literal("2024-10-08", expanded("xsd:date")),
        "title": Literal('Eau "pure" & sel', expanded("rdf:langString"), "fr"),
    }
    statements = tuple(
        Statement(iri, expanded(f"dcterms:{name}"), value) for name, value in values.items()
    )
    return Forms(f"question/Q{number}", _BASE, statements, *_written(iri, statements))


def _written(iri: str, statements: tuple[Statement, ...]) -> tuple[bytes, bytes]:
    description = Description(iri, Kind.QUESTION, _BASE, statements, {}, {})
    return serialised(description, "ttl"), serialised(description, "jsonld")


def _checked(pages: list[Forms]) -> None:
    checking = Checking()
    for one in pages:
        checking.take(one)
    checking.finish()


def _with(page: Forms, form: str, content: bytes) -> Forms:
    if form == "turtle":
        return page._replace(turtle=content)
    return page._replace(json_ld=content)


def _replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def changed(content: bytes) -> bytes:
        assert content.count(old) == 1
        return content.replace(old, new)

    return changed


_FAULTS: dict[str, Callable[[bytes], bytes]] = {
    "altered": _replaced(b"2024-10-08", b"2024-10-09"),
    "another thing": _replaced(b"acteur/PA1", b"acteur/PA2"),
    "of another page": _replaced(b"question/Q2", b"question/Q1"),
    "cut short": lambda content: content[:-9],
    "nothing": lambda _: b"",
}


def test_what_holds_passes() -> None:
    _checked([_forms(number) for number in range(_PAGES)])


@pytest.mark.parametrize("form", ["turtle", "json_ld"])
@pytest.mark.parametrize("fault", _FAULTS)
def test_a_fault_in_one_form_of_one_page_is_named(form: str, fault: str) -> None:
    pages = [_forms(number) for number in range(_PAGES)]
    pages[2] = _with(pages[2], form, _FAULTS[fault](getattr(pages[2], form)))
    name = "ttl" if form == "turtle" else "jsonld"
    with pytest.raises(OutputError, match=rf"question/Q2\.{name} does not"):
        _checked(pages)


@pytest.mark.parametrize("form", ["turtle", "json_ld"])
@pytest.mark.parametrize("lost", range(4))
def test_no_triple_is_lost(form: str, lost: int) -> None:
    pages = [_forms(number) for number in range(_PAGES)]
    held = pages[1].statements
    left = (*held[:lost], *held[lost + 1 :])
    turtle, json_ld = _written(held[0].subject, left)
    pages[1] = _with(pages[1], form, turtle if form == "turtle" else json_ld)
    with pytest.raises(OutputError, match=r"question/Q1.* does not hold what the page does"):
        _checked(pages)


@pytest.mark.parametrize("form", ["turtle", "json_ld"])
@pytest.mark.parametrize("moved", range(4))
def test_none_is_moved_to_another_page(form: str, moved: int) -> None:
    """Neither is lost among all pages, and none is there that no page holds."""
    pages = [_forms(number) for number in range(_PAGES)]
    one, other = pages[1], pages[3]
    left = (*one.statements[:moved], *one.statements[moved + 1 :])
    more = (*other.statements, one.statements[moved])
    for place, page, held in ((1, one, left), (3, other, more)):
        turtle, json_ld = _written(page.statements[0].subject, held)
        pages[place] = _with(page, form, turtle if form == "turtle" else json_ld)
    name = "ttl" if form == "turtle" else "jsonld"
    with pytest.raises(OutputError, match=rf"question/Q1\.{name} does not hold"):
        _checked(pages)


def test_the_end_of_a_page_is_not_the_beginning_of_the_next() -> None:
    pages = [_forms(number) for number in range(_PAGES)]
    held = pages[1].statements
    _, without_title = _written(held[0].subject, tuple(held[:-1]))
    title = rb'{"@id": "question/Q1", "titre": "Eau \"pure\" & sel"},'
    moved = _replaced(b'"@graph": [', b'"@graph": [' + title)
    pages[1] = _with(pages[1], "json_ld", without_title)
    pages[2] = _with(pages[2], "json_ld", moved(pages[2].json_ld))
    with pytest.raises(OutputError, match=r"question/Q1\.jsonld does not hold"):
        _checked(pages)


@pytest.mark.parametrize("form", ["turtle", "json_ld"])
def test_what_two_pages_have_exchanged_is_noticed(form: str) -> None:
    pages = [_forms(number) for number in range(_PAGES)]
    exchanged = {number: getattr(pages[number], form) for number in (1, 2)}
    for number in exchanged:
        pages[number] = _with(pages[number], form, exchanged[3 - number])
    with pytest.raises(OutputError, match=r"question/Q1\.[a-z]+ does not hold"):
        _checked(pages)


@pytest.mark.parametrize("form", ["turtle", "json_ld"])
def test_a_statement_that_two_pages_hold_is_read_from_both(form: str) -> None:
    pages = [_forms(number) for number in range(_PAGES)]
    shared = Statement(f"{_BASE}acteur/PA1", expanded("foaf:name"), pages[0].statements[0].value)
    for number in (0, 1):
        held = (*pages[number].statements, shared)
        turtle, json_ld = _written(held[0].subject, held)
        pages[number] = Forms(pages[number].path, _BASE, held, turtle, json_ld)
    _checked(pages)
    pages[1] = _with(pages[1], form, getattr(_forms(1), form))
    with pytest.raises(OutputError, match=r"question/Q1\.[a-z]+ does not hold"):
        _checked(pages)


def test_none_is_invented_in_both_forms() -> None:
    pages = [_forms(number) for number in range(_PAGES)]
    pages[3] = pages[3]._replace(statements=pages[3].statements[:-1])
    with pytest.raises(OutputError, match=r"question/Q3\.ttl does not hold"):
        _checked(pages)


def test_another_context_is_read_as_it_stands() -> None:
    pages = [_forms(number) for number in range(_PAGES)]
    other = _replaced(b'"dcterms": "http://purl.org/dc/terms/"', b'"dcterms": "http://purl.org/x/"')
    pages[0] = pages[0]._replace(json_ld=other(pages[0].json_ld))
    with pytest.raises(OutputError, match=r"question/Q0\.jsonld does not hold"):
        _checked(pages)


def test_the_last_pages_wait_for_the_end_only() -> None:
    wrong = _forms(1)._replace(turtle=b"nothing that is Turtle")
    with pytest.raises(OutputError, match=r"question/Q1\.ttl does not read back"):
        Checking(1).take(wrong)
    checking = Checking(3)
    checking.take(wrong)
    checking.take(_forms(2))
    with pytest.raises(OutputError, match=r"question/Q1\.ttl does not read back"):
        checking.take(_forms(3))
    checking.finish()
