"""The words of the procedure: what people stumble over on a page leads to what it means.

What they mean stands in the ontology alone. On a site there is a glossary of them, for people;
where pages stand without a site, they lead to the page of the ontology.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import escaped
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.reference.vocabulaire import terme

GLOSSARY = "glossaire"
"""Where the glossary stands."""


class Chapter(NamedTuple):
    """Words that belong together: the anchor, the title, the local names of the terms."""

    anchor: str
    title: Bilingual
    names: tuple[str, ...]


CHAPTERS = (
    Chapter(
        "les-questions",
        Bilingual("Les questions", "Questions"),
        (
            *("QuestionEcrite", "QuestionAuGouvernement", "QuestionOraleSansDebat", "legislature"),
            *("rubrique", "teteAnalyse", "analyse", "groupe", "groupeALaDate"),
        ),
    ),
    Chapter(
        "les-ministeres",
        Bilingual("Qui doit répondre", "Who has to answer"),
        (
            *("ministereInterroge", "ministereAttributaire", "Attribution"),
            *("ChangementAttribution", "Remaniement", "Transfert", "LibelleMinistere"),
        ),
    ),
    Chapter(
        "les-delais",
        Bilingual("Les délais", "Deadlines"),
        (
            *("echeance", "delaiJours", "retardJours", "Signalement", "retardSignalementJours"),
            *("dateDepot", "Renouvellement"),
        ),
    ),
    Chapter(
        "les-statuts",
        Bilingual("Ce que deviennent les questions", "What becomes of questions"),
        ("EnAttente", "Repondue", "Retiree", "Caduque", "statutDeduit", "Cloturee"),
    ),
    Chapter(
        "les-clotures",
        Bilingual("La fin de la procédure", "The end of the procedure"),
        ("Cloture", "Retrait", "Caducite", "motifCloture", "codeCloture", "Erratum"),
    ),
    Chapter(
        "les-rapprochements",
        Bilingual("Les questions qui vont ensemble", "Questions that belong together"),
        ("ReponseCommune", "GroupeSimilaire", "rappelle", "citeLoi"),
    ),
)
"""The glossary: the words that the law and the services of the Assembly have made."""


@lru_cache(maxsize=4096)
def explained(page: str, language: Language, word: str) -> Markup:
    """A word, leading to its explanation if it has one.

    Args:
        page: the address of the page that explains.
        language: of the word.
        word: what a term of the glossary is called.
    """
    name = _names(language).get(word)
    text = escaped(word)
    link = f'<a class="word" href="{escaped(page)}#{name}">{text}</a>' if name else text
    return Markup(link)  # noqa: S704  (both are escaped)


@cache
def _names(language: Language) -> dict[str, str]:
    """The local names of the terms by what they are called; of two, the first."""
    found: dict[str, str] = {}
    for chapter in CHAPTERS:
        for name in chapter.names:
            found.setdefault(terme(f"qp:{name}").name.in_language(language), name)
    return found
