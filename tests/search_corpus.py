"""A small site with a search: the questions of the example queries, and some of our own."""

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from built import BASE, QP, scratch
from described_data import AS_OF, pages, store_of_corpus
from questions_rdf.pages.assets import asset, paths
from questions_rdf.pages.resource import resource_page
from questions_rdf.pages.search import search_page
from questions_rdf.problems import Bilingual
from questions_rdf.resources import Description, Kind
from questions_rdf.resources.names import name_of
from questions_rdf.resources.places import path
from questions_rdf.site.search import (
    Entry,
    SearchRecord,
    entry,
    question_record,
    search_files,
    thing_record,
)

UNDER = "sous/un/chemin/"
"""Where the site stands below the address of its server."""

OURS = (
    SearchRecord(
        "question/A1",
        "Fermeture de l’école du village",
        "M. Léon Foë demande s'il reste des écoles. Les retraités s’y opposent.",
        auteur="Léon Foë",
        acteur=f"{BASE}acteur/nom/17-01-leon-foe",
        statut=f"{QP}EnAttente",
        nature=f"{QP}QuestionEcrite",
        publication="2026-09-15",
        depassement=3,
    ),
    SearchRecord(
        "question/A2",
        "Œuvres d'art des mairies",
        "La mise en œuvre de l'inventaire, et le cœur de l'affaire : les travaux.",
        auteur="Anne Exemple",
        acteur=f"{BASE}acteur/PA900001",
        statut=f"{QP}Repondue",
        nature=f"{QP}QuestionEcrite",
        publication="2026-01-15",
        reponse="2026-04-01",
        retard=1,
    ),
    SearchRecord(
        "question/A3",
        "<b onmouseover=x>&amp; 'texte' \"hostile\"</b>",
        "</script><script>alert(1)</script> hostile",
        auteur="<i>Personne</i>",
        acteur=f"{BASE}acteur/PA900009",
        publication="hier",
    ),
    SearchRecord(
        "question/QANR5L16QG205",
        "Stades de quartier",
        "Le sujet de la question écrite n° 102. La tribune de 1 000 places attend.",
        auteur="Léon Foë",
        acteur=f"{BASE}acteur/nom/17-01-leon-foe",
        numero="205",
        legislature=f"{BASE}legislature/16",
        statut=f"{QP}Repondue",
        nature=f"{QP}QuestionAuGouvernement",
        publication="2023-01-10",
        reponse="2023-01-10",
    ),
)


@cache
def described() -> tuple[Description, ...]:
    return tuple(pages(store_of_corpus()).values())


def names(key: str) -> Bilingual | None:
    """What the things of the corpus are called."""
    for one in described():
        if one.iri == key:
            return name_of(said for said in one.statements if said.subject == key)
    return None


@cache
def records() -> tuple[SearchRecord, ...]:
    """The things first, then the questions."""
    things = [
        thing_record(path(one.iri, one.base) or "", named, one.kind)
        for one in described()
        if one.kind in {Kind.PERSONNE, Kind.MINISTERE, Kind.GROUPE, Kind.RUBRIQUE}
        and (named := names(one.iri))
    ]
    questions = [question_record(one) for one in described() if one.kind is Kind.QUESTION]
    # More than are shown at once say the same word.
    many = [SearchRecord(f"question/B{n}", f"Série {n}", "Répétition.") for n in range(45)]
    return (*things, *filter(None, questions), *OURS, *many)


def entries() -> Iterator[Entry]:
    return map(entry, records())


@cache
def site() -> Path:
    """The folder that a server gives out; the site stands under ``UNDER``."""
    folder = scratch() / "search"
    for file in search_files(entries(), names, scratch()):
        _write(folder / UNDER / file.path, file.content)
    for name in paths():
        found = asset(name)
        assert found
        _write(folder / UNDER / "assets" / name, found.content)
    _write(folder / UNDER / "recherche.html", search_page("fr", AS_OF).encode())
    _write(folder / UNDER / "recherche.en.html", search_page("en", AS_OF).encode())
    for record in records():
        text = f'<!DOCTYPE html><title>-</title><div class="prose"><p>{escape(record.texte)}'
        for suffix in (".html", ".en.html"):
            _write(folder / UNDER / f"{record.path}{suffix}", text.encode())
    for one in described():
        if one.kind is Kind.QUESTION:
            where = path(one.iri, one.base)
            _write(folder / UNDER / f"{where}.html", resource_page(one, "fr", "../").encode())
            _write(folder / UNDER / f"{where}.en.html", resource_page(one, "en", "../").encode())
    return folder


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
