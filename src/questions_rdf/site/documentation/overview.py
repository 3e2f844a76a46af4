"""``documentation``: the page that leads to the others, with the number of what stands on each."""

from collections.abc import Iterator
from datetime import date

from questions_rdf import iris
from questions_rdf.explanation.codes import problem_codes
from questions_rdf.explanation.rules import rules_files
from questions_rdf.exports.sheets import SHEETS
from questions_rdf.pages._words import CHAPTERS, GLOSSARY
from questions_rdf.pages.documentation.overview import Guide, overview_page
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import library
from questions_rdf.resources.examples import wanted
from questions_rdf.site.documentation.both import both
from questions_rdf.site.documentation.codes import CODES, RULES
from questions_rdf.site.documentation.dictionary import DICTIONARY
from questions_rdf.site.documentation.ontology import PATH as ONTOLOGY
from questions_rdf.site.documentation.queries import QUERIES
from questions_rdf.site.site_file import SiteFile

OVERVIEW = "documentation"


def overview_files(as_of: date | None, endpoint: str | None = None) -> Iterator[SiteFile]:
    """The page in both languages."""
    guides = _guides()
    yield from both(OVERVIEW, lambda frame: overview_page(guides, frame, endpoint), as_of)


def _guides() -> tuple[Guide, ...]:
    return (
        Guide(
            GLOSSARY,
            Bilingual("Les mots de la procédure", "The words of the procedure"),
            Bilingual(
                "Caduque, signalement, ministère attributaire : ce que cela veut dire.",
                "Lapsed, flagging, ministry responsible: what that means.",
            ),
            sum(len(one.names) for one in CHAPTERS),
        ),
        Guide(
            iris.DATASET,
            Bilingual("Les données", "The data"),
            Bilingual(
                "Ce qu'elles contiennent, d'où elles viennent, leur licence, les fichiers à "
                "télécharger.",
                "What it holds, where it comes from, its licence, the files to download.",
            ),
        ),
        Guide(
            ONTOLOGY,
            Bilingual("Ontologie", "Ontology"),
            Bilingual(
                "Chaque terme des données, sa définition, un exemple.",
                "Each term of the data, its definition, an example.",
            ),
            len(wanted()) - 1,
        ),
        Guide(
            QUERIES,
            Bilingual("Requêtes", "Queries"),
            Bilingual(
                "Des questions toutes prêtes, en SPARQL, avec leur réponse.",
                "Ready questions in SPARQL, with their answers.",
            ),
            len(library()),
        ),
        Guide(
            DICTIONARY,
            Bilingual("Dictionnaire des données", "Data dictionary"),
            Bilingual(
                "Les tables des exports (CSV, Parquet) et leurs colonnes.",
                "The tables of exports (CSV, Parquet) and their columns.",
            ),
            len(SHEETS),
        ),
        Guide(
            RULES,
            Bilingual("Règles", "Rules"),
            Bilingual(
                "Ce que les données respectent, en SHACL : chaque règle, son code, sa raison.",
                "What the data keeps, in SHACL: each rule, its code, its reason.",
            ),
            sum(len(one.rules) for one in rules_files()),
        ),
        Guide(
            CODES,
            Bilingual("Codes de problèmes", "Problem codes"),
            Bilingual(
                "Ce que le rapport de problèmes peut dire, et que faire alors.",
                "What the problem report may say, and what to do then.",
            ),
            len(problem_codes()),
        ),
    )
