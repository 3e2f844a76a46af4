"""The search page: a form, and the words of the script that answers it from the index.

The page has no script inside; what its script knows stands in a block of JSON. Where that script
cannot run, or may not read the index, what the page says by itself leads to the lists.
"""

from datetime import date

from questions_rdf.pages._links import suffix
from questions_rdf.pages.frame import NAVIGATION, SEARCH, SEARCH_POLICY, Frame, framed
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language

FACETS = {
    "legislature": Bilingual("Législature", "Legislature"),
    "ministere": Bilingual("Ministère", "Ministry"),
    "groupe": Bilingual("Groupe politique", "Political group"),
    "rubrique": Bilingual("Rubrique", "Rubrique"),
    "statut": Bilingual("Statut", "Status"),
    "nature": Bilingual("Nature", "Kind"),
}
"""What results can be narrowed by; the names stand in the address of a search."""

NATURES = {
    "qe": "question-ecrite",
    "qg": "question-au-gouvernement",
    "qosd": "question-orale-sans-debat",
}
"""The letters that name a kind of question before its number, and what stands in an address."""

_FATES = {"en-attente": "open", "repondue": "good"}
_WORDS = {
    "anyKind": ("question", "question"),
    "answered": ("réponse le {day}", "answered on {day}"),
    "cannot": (
        "L'index de recherche ne se lit pas ({why}). Réessayez plus tard, ou parcourez les listes.",
        "The search index cannot be read ({why}). Try again later, or browse the lists.",
    ),
    "day": ("{n} jour", "{n} day"),
    "days": ("{n} jours", "{n} days"),
    "found": ("{n} résultats", "{n} results"),
    "foundOne": ("1 résultat", "1 result"),
    "lacking": (
        "Pas de {kind} n°\u00a0{n}{where}\u00a0; il y a\u00a0:",
        "No {kind} no.\u00a0{n}{where}; there is:",
    ),
    "late": ("en retard de {days}", "late by {days}"),
    "more": ("Afficher la suite", "Show more"),
    "numbered": ("{nature} n°\u00a0{n}", "{nature} no.\u00a0{n}"),
    "nobody": ("Personne de ce nom n'a posé de question.", "Nobody of that name has asked."),
    "noDay": ("Jour inconnu, ignoré\u00a0: {day}.", "Unknown day, ignored: {day}."),
    "noWord": (
        "Mots trop courants\u00a0: ajoutez un mot.",
        "These words are too common: add a word.",
    ),
    "none": ("Aucun résultat.", "No result."),
    "noneChosen": (
        "Aucun résultat avec ces choix\u00a0; {n} sans eux.",
        "No result with these choices; {n} without them.",
    ),
    "ofLegislature": (" de la {n}e législature", " of legislature {n}"),
    "only": ("Seulement les questions de {name}", "Only the questions of {name}"),
    "onlyWith": (
        "Seulement les questions de {name}, avec «\u00a0{text}\u00a0»",
        "Only the questions of {name}, with “{text}”",
    ),
    "overdue": ("échéance dépassée de {days}", "overdue by {days}"),
    "question": ("{n} question", "{n} question"),
    "question-au-gouvernement": ("question au Gouvernement", "question to the Government"),
    "question-ecrite": ("question écrite", "written question"),
    "question-orale-sans-debat": ("question orale sans débat", "oral question without debate"),
    "questions": ("{n} questions", "{n} questions"),
    "searching": ("Recherche en cours…", "Searching…"),
    "shownOf": ("{n} affichés", "{n} shown"),
    "title": ("{text} – Recherche", "{text} – Search"),
    "try": ("Essayez «\u00a0{text}\u00a0»", "Try “{text}”"),
}


def search_page(language: Language, as_of: date | None = None) -> str:
    """The page.

    Args:
        language: of what it says.
        as_of: the day of the data.
    """
    lists = [one for one in NAVIGATION if one.path != SEARCH]
    return framed(
        "site/recherche.html",
        Frame(SEARCH, language, as_of, section=SEARCH, policy=SEARCH_POLICY),
        facets={name: label.in_language(language) for name, label in FACETS.items()},
        lists=[(one.path, one.name.in_language(language)) for one in lists],
        settings={
            "language": language,
            "suffix": suffix(language),
            "words": {name: both[language == "en"] for name, both in _WORDS.items()},
            "facets": list(FACETS),
            "fates": _FATES,
            "natures": NATURES,
        },
    )
