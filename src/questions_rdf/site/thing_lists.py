"""The pages that list ministries, deputies, groups, rubriques, places, legislatures and issues."""

from collections.abc import Iterator, Sequence

from questions_rdf.pages._links import suffix
from questions_rdf.pages.thing_list import Index, thing_list
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Section
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.groups import Groups, most_active
from questions_rdf.site.orders import orders, with_orders
from questions_rdf.site.site_file import SiteFile

_MOST = 50
_Pages = Iterator[tuple[Index, Sequence[Section]]]

MINISTRIES = with_orders(
    Index(
        "ministeres",
        "ministeres",
        Bilingual("Les ministères et leurs réponses", "Ministries and their answers"),
        Bilingual(
            "Par Gouvernement, le dernier d'abord. Une question compte pour le dernier ministère "
            "qui en a été chargé.",
            "By Government, the last one first. A question counts for the last ministry that was "
            "responsible for it.",
        ),
        Bilingual("Ministère", "Ministry"),
        Bilingual("Gouvernement non indiqué", "Government not stated"),
    ),
    Bilingual("Gouvernement", "Government"),
)
DEPUTIES = with_orders(
    Index(
        "deputes",
        "deputes",
        Bilingual("Les députés et leurs questions", "Deputies and their questions"),
        Bilingual("Ceux qui ont posé le plus de questions.", "Those who asked most questions."),
        Bilingual("Député", "Deputy"),
        Bilingual("Les plus actifs", "The most active"),
    ),
)
GROUPS = with_orders(
    Index(
        "groupes",
        "groupes",
        Bilingual("Les groupes politiques", "Political groups"),
        Bilingual(
            "Par législature : celle de la dernière question du groupe.",
            "By legislature: that of the group's last question.",
        ),
        Bilingual("Groupe", "Group"),
        Bilingual("Sans question", "Without a question"),
    ),
    Bilingual("législature", "legislature"),
)
SUBJECTS = Index(
    "rubriques",
    "rubriques",
    Bilingual("Les rubriques", "Rubriques"),
    Bilingual(
        "De quoi parlent les questions, d'après le classement de l'Assemblée nationale.",
        "What questions are about, by the classification of the Assemblée nationale.",
    ),
    Bilingual("Rubrique", "Rubrique"),
)
PLACES = Index(
    "territoires",
    "territoires",
    Bilingual("Les questions par territoire", "Questions by place"),
    Bilingual(
        "D'où viennent les questions : le département et la circonscription de leurs auteurs.",
        "Where questions come from: the département and constituency of their authors.",
    ),
    Bilingual("Département", "Département"),
    parts=Bilingual("Circonscriptions", "Constituencies"),
    maps=True,
)
LEGISLATURES = Index(
    "legislatures",
    "legislatures",
    Bilingual("Les législatures", "Legislatures"),
    Bilingual("La dernière d'abord.", "The last one first."),
    Bilingual("Législature", "Legislature"),
)
ISSUES = Index(
    "parutions",
    "parutions",
    Bilingual("Les numéros du Journal officiel", "Issues of the Journal officiel"),
    Bilingual(
        "Chaque numéro avec les questions qui y sont publiées, le dernier d'abord.",
        "Each issue with the questions printed in it, the last one first.",
    ),
    Bilingual("Numéro", "Issue"),
)


def thing_list_pages(figures: Figures, languages: Sequence[Language]) -> Iterator[SiteFile]:
    """All of these pages, but for those of things that have the same address."""
    for index, sections in _pages(Groups(figures)):
        if _is_taken(figures, index.path):
            continue
        for language in languages:
            html = thing_list(index, sections, language, figures.as_of)
            yield SiteFile(index.path + suffix(language), html.encode())


def _is_taken(figures: Figures, path: str) -> bool:
    """Whether a thing stands there: the list of rubriques is one, and its page shows them."""
    rows = figures.index.execute("SELECT kind FROM page WHERE iri = ?", (figures.base + path,))
    found = rows.fetchone()
    return found is not None and found[0] in figures.kinds


def _pages(groups: Groups) -> _Pages:
    yield from _sorted(MINISTRIES, groups.ministries())
    yield from _deputies(groups)
    yield from _sorted(GROUPS, groups.groups())
    yield SUBJECTS, [Section(None, tuple(groups.all(Kind.RUBRIQUE)))]
    yield PLACES, [Section(None, tuple(groups.departements()))]
    newest_first = sorted(
        groups.all(Kind.LEGISLATURE), key=lambda one: (len(one.thing.iri), one.thing), reverse=True
    )
    yield LEGISLATURES, [Section(None, tuple(newest_first))]
    yield from _issues(groups)


def _sorted(index: Index, sections: Sequence[Section]) -> _Pages:
    """A list, and the same things in other orders."""
    yield index, sections
    yield from orders(index, [one for section in sections for one in section.things])


def _deputies(groups: Groups) -> _Pages:
    """A page a letter, one in front of them, and the orders."""
    letters = groups.by_letter(Kind.PERSONNE)
    ways = tuple((f"{DEPUTIES.path}/{one}", Bilingual(one.upper(), one.upper())) for one in letters)
    everybody = [one for several in letters.values() for one in several]
    yield DEPUTIES._replace(ways=ways), [Section(None, most_active(everybody, _MOST))]
    yield from orders(DEPUTIES._replace(ways=ways), everybody)
    for letter, several in letters.items():
        sign = letter.upper()
        index = DEPUTIES._replace(
            path=f"{DEPUTIES.path}/{letter}",
            title=Bilingual(f"Les députés : {sign}", f"Deputies: {sign}"),
            lead=Bilingual("Par nom de famille.", "By family name."),
            untitled=None,
            ways=ways,
            orders=(),
        )
        yield index, [Section(None, tuple(several))]


def _issues(groups: Groups) -> _Pages:
    """A page a year; the first page is that of the last year."""
    years = groups.issues()
    ways = tuple((f"{ISSUES.path}/{one}", Bilingual(one, one)) for one in years)
    newest = next(iter(years.values()), [])
    yield ISSUES._replace(ways=ways), [Section(None, tuple(newest))]
    for year, several in years.items():
        title = Bilingual(f"{ISSUES.title.fr} : {year}", f"{ISSUES.title.en}: {year}")
        index = ISSUES._replace(path=f"{ISSUES.path}/{year}", title=title, ways=ways)
        yield index, [Section(None, tuple(several))]
