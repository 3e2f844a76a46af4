"""The page of any resource, in French or English, from its description alone.

A page has no script and loads its style sheets from ``root + "assets/"``; its address is
``root + path + ".html"``, in English ``.en.html``; beside it stand its other forms.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from questions_rdf.pages._about import of_figures, of_question
from questions_rdf.pages._environment import render
from questions_rdf.pages._facts import Facts
from questions_rdf.pages._links import Link, Links, asked_at, suffix
from questions_rdf.pages._question import question_view
from questions_rdf.pages._schema_org import LICENCE, data_block
from questions_rdf.pages._terms import ontology_view
from questions_rdf.pages._things import name_of, thing_view
from questions_rdf.pages._words import explained
from questions_rdf.pages.dashboard import ANSWERS, dashboard_view
from questions_rdf.pages.frame import POLICY, Form, Frame, around
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description, Kind
from questions_rdf.resources.dashboard import FEW, Dashboard, Existence
from questions_rdf.resources.description import Line, Listing
from questions_rdf.resources.places import ONTOLOGY, path

_TEMPLATES = {Kind.QUESTION: "resource/question.html", Kind.ONTOLOGIE: "resource/ontologie.html"}
_FORMS = {
    "ttl": ("Turtle", "text/turtle"),
    "jsonld": ("JSON-LD", "application/ld+json"),
    "nt": ("N-Triples", "application/n-triples"),
}
_ONTOLOGY = ONTOLOGY.rpartition("/")[2]
_ON_THE_DASHBOARD = frozenset({"questions-recentes", "questions-en-attente", "concepts"})
_ON_THE_SITE = ("ttl", "jsonld")
_ON_ITS_PAGE = {
    Kind.PERSONNE: ("auteur",),
    Kind.MINISTERE: ("ministere",),
}
_PAGES = {"reponses-d-une-parution": ANSWERS}
"""Lists that have pages of their own on the site, below that of the thing."""
_FATES = {"EnAttente": "open", "Repondue": "good"}


class _Shown(NamedTuple):
    """A question in a list."""

    link: Link
    author: Link | None
    ministry: Link | None
    status: Link | None
    fate: str
    published: date | None
    answered: date | None
    late: int | None
    overdue: int | None


class _Item(NamedTuple):
    """Another thing in a list."""

    link: Link
    number: int | None
    begin: date | None
    end: date | None


class _List(NamedTuple):
    """A list, and where there is more of it: on the query page, unless it has pages of its own."""

    name: str
    number: int
    total: int
    questions: list[_Shown]
    items: list[_Item]
    more: str | None
    whole: str | None


class _Status(NamedTuple):
    """How many questions have a status."""

    link: Link
    number: int
    fate: str
    share: float | None


def resource_page(  # noqa: PLR0913
    description: Description,
    language: Language,
    root: str,
    *,
    home: str | None = None,
    endpoint: str | None = None,
    dashboard: Dashboard | None = None,
    existence: Existence | None = None,
    frame: Frame | None = None,
) -> str:
    """The page of a resource.

    Args:
        description: what the page holds; its ``as_of`` is the day that the page speaks of.
        language: ``fr`` or ``en``.
        root: what paths of pages and assets are put behind: ``/``, or ``../../`` for files.
        home: the address of the home page, if there is one.
        endpoint: the address of the query page, if there is one: lists then lead to all of theirs.
        dashboard: what stands instead of figures and lists of questions, if there is one.
        existence: when the ministry of a question was, if that was another time.
        frame: what is around the page on the site, with its home and its root, in its language:
            see :func:`frame_of`.
    """
    links = Links(description, language, root)
    facts = Facts(description, links)
    name = name_of(facts)
    title = name or path(description.iri, description.base) or description.iri
    listings = [
        one for one in description.listings if not (dashboard and one.name in _ON_THE_DASHBOARD)
    ]
    values = {
        "iri": description.iri,
        "kind": description.kind,
        "title": title,
        "about": _about(facts, dashboard, language),
        "named": name is not None,
        "years": _years(facts),
        "data_block": data_block(facts, title),
        "lists": [_list(one, rank, facts, endpoint, frame) for rank, one in enumerate(listings, 1)],
        "figures": description.figures,
        "dashboard": dashboard and dashboard_view(dashboard, description.kind, language, root),
        "existence": existence,
        "statuses": _statuses(description, links),
        "label": links.label,
        "table": facts.table(),
    }
    view = _view(facts, title, language)
    outside = around(frame) if frame else _alone(description, language, root, home)
    template = _TEMPLATES.get(description.kind, "resource/chose.html")
    return render(template, language, **outside, **values, **view, placed=_placed(view))


def frame_of(
    description: Description,
    language: Language,
    *,
    section: str | None = None,
    feeds: tuple[tuple[str, str], ...] = (),
) -> Frame:
    """What is around the page of a resource on the site.

    Args:
        description: what the page holds; its IRI must have a path.
        language: of the page.
        section: the path of the entry of the navigation that the page belongs to.
        feeds: titles and paths of Atom feeds.
    """
    where = path(description.iri, description.base)
    if where is None:
        raise ValueError(f"{description.iri} has no place on a site")
    frame = Frame(where, language, description.as_of, section, feeds, (), description.iri)
    return frame._replace(forms=_forms(frame.root + where, _ON_THE_SITE))


def _alone(
    description: Description, language: Language, root: str, home: str | None
) -> dict[str, object]:
    """What is around a page that has no site around it."""
    where = path(description.iri, description.base)
    stem = None if where is None else root + where
    return {
        "root": root,
        "home": home,
        "navigation": "",
        "feeds": (),
        "canonical": description.iri,
        "policy": POLICY,
        "glossary": None,
        "explained": partial(explained, f"{root}{_ONTOLOGY}{suffix(language)}", language),
        "licence": LICENCE,
        "as_of": description.as_of,
        "other": stem and stem + suffix("en" if language == "fr" else "fr"),
        "here": stem and stem + suffix(language),
        "forms": _forms(stem, _FORMS) if stem else (),
    }


def _years(facts: Facts) -> str | None:
    """From when until when a thing was: others have had its name."""
    begin, end = facts.day("qp:debut"), facts.day("qp:fin")
    return f"{begin.year}–{end.year if end else ''}" if begin else None


def _forms(stem: str, names: Iterable[str]) -> tuple[Form, ...]:
    return tuple(Form(f"{stem}.{name}", *_FORMS[name]) for name in names)


def _view(facts: Facts, title: str, language: Language) -> dict[str, object]:
    if facts.description.kind is Kind.QUESTION:
        return question_view(facts)
    if facts.description.kind is Kind.ONTOLOGIE:
        return {**ontology_view(facts, language, {})}
    return thing_view(facts, title)


def _about(facts: Facts, dashboard: Dashboard | None, language: Language) -> str | None:
    """What is said of the page where others lead to it."""
    if facts.description.kind is Kind.QUESTION:
        return of_question(facts)
    if dashboard is None or not dashboard.summary.total:
        return None
    return of_figures(dashboard.summary, facts.description.as_of, language)


def _placed(view: Mapping[str, object]) -> frozenset[str]:
    """The names of the places that the layout itself gives a part of the page."""
    found: set[str] = set()
    waiting = [value for value in view.values() if isinstance(value, list)]
    while waiting:
        for one in waiting.pop():
            if place := getattr(one, "anchor", None):
                found.add(place)
            waiting += [getattr(one, name) for name in ("versions", "terms") if hasattr(one, name)]
    return frozenset(found)


def _list(
    listing: Listing, rank: int, facts: Facts, endpoint: str | None, frame: Frame | None
) -> _List:
    links = facts.links
    items = [_Item(links.to(one.iri), one.nombre, one.debut, one.fin) for one in listing.things]
    lines = [_shown(one, facts) for one in listing.lines]
    more = asked_at(endpoint, listing.query) if endpoint and listing.query else None
    pages = _PAGES.get(listing.name) if frame else None
    whole = frame.address(f"{frame.path}/{pages}") if frame and pages else None
    return _List(listing.name, rank, listing.total, lines, items, more, whole)


def _shown(line: Line, facts: Facts) -> _Shown:
    """A question; what the page is of is not said again in each line."""
    links, as_of = facts.links, facts.description.as_of
    hidden = _ON_ITS_PAGE.get(facts.description.kind, ())
    href = links.address(line.question)
    lang = links.to(line.question).lang
    link = Link(line.titre or line.question.rpartition("/")[2], href, lang)
    overdue = None
    if as_of and line.echeance and _local(line.statut) == "EnAttente":
        overdue = max((as_of - line.echeance).days, 0)
    fate = "late" if line.retard or overdue else _FATES.get(_local(line.statut), "closed")
    return _Shown(
        link,
        links.to(line.auteur) if line.auteur and "auteur" not in hidden else None,
        links.to(line.ministere) if line.ministere and "ministere" not in hidden else None,
        links.to(line.statut) if line.statut else None,
        fate,
        line.publication,
        line.reponse,
        line.retard,
        overdue,
    )


def _statuses(description: Description, links: Links) -> list[_Status]:
    figures = description.figures
    if figures is None or not figures.total:
        return []
    ordered = sorted(figures.statuts, key=lambda one: (-one[1], one[0]))
    return [
        _Status(
            Link(links.label_of(iri)),
            count,
            _FATES.get(_local(iri), "closed"),
            100 * count / figures.total if figures.total >= FEW else None,
        )
        for iri, count in ordered
    ]


def _local(iri: str | None) -> str:
    return (iri or "").rpartition("#")[2]
