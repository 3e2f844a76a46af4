"""What tables are called, and what a row of them is, in French and English."""

from questions_rdf.exports.sheets import Sheet
from questions_rdf.problems import Bilingual
from questions_rdf.reference.vocabulaire import terme

# Sheet → title, and a definition where its class is not one of ours.
_TABLES: dict[str, tuple[Bilingual, Bilingual | None]] = {
    "questions": (Bilingual("Questions", "Questions"), None),
    "reponses": (Bilingual("Réponses", "Answers"), None),
    "evenements": (Bilingual("Événements", "Events"), None),
    "versions": (Bilingual("Versions antérieures des textes", "Earlier versions of texts"), None),
    "citations": (Bilingual("Citations", "Citations"), None),
    "reponses_communes": (Bilingual("Réponses communes", "Joint answers"), None),
    "groupes_similaires": (Bilingual("Questions similaires", "Similar questions"), None),
    "sources": (
        Bilingual("Documents lus", "Documents read"),
        Bilingual(
            "Document ou membre d'archive dont des questions ont été lues.",
            "Document or member of an archive that questions were read from.",
        ),
    ),
    "personnes": (
        Bilingual("Personnes", "People"),
        Bilingual(
            "Auteur de questions, ou titulaire d'un mandat qu'une question nomme.",
            "Author of questions, or holder of a mandate that a question names.",
        ),
    ),
    "mandats": (
        Bilingual("Mandats", "Mandates"),
        Bilingual(
            "Mandat de député au titre duquel des questions ont été posées.",
            "Mandate of a deputy under which questions were asked.",
        ),
    ),
    "organismes": (
        Bilingual("Organismes", "Organisations"),
        Bilingual(
            "Groupe politique, ministère, gouvernement ou assemblée.",
            "Political group, ministry, government or assembly.",
        ),
    ),
    "libelles_ministeres": (Bilingual("Libellés de ministères", "Ministry labels"), None),
    "circonscriptions": (Bilingual("Circonscriptions", "Constituencies"), None),
    "departements": (
        Bilingual("Départements et territoires", "Départements and territories"),
        Bilingual(
            "Département ou territoire où des auteurs de questions sont élus.",
            "Département or territory where authors of questions are elected.",
        ),
    ),
    "rubriques": (
        Bilingual("Rubriques", "Headings"),
        Bilingual(
            "Matière sous laquelle l'Assemblée classe les questions.",
            "Subject under which the Assembly files questions.",
        ),
    ),
    "portefeuilles": (
        Bilingual("Portefeuilles ministériels", "Ministerial portfolios"),
        Bilingual(
            "Domaine qui passe d'un ministère à l'autre au fil des gouvernements.",
            "Field that passes from ministry to ministry as governments follow each other.",
        ),
    ),
    "schemas": (
        Bilingual("Listes de notions", "Lists of concepts"),
        Bilingual(
            "Liste dont les rubriques ou les portefeuilles font partie.",
            "List that the headings or the portfolios are a part of.",
        ),
    ),
    "legislatures": (Bilingual("Législatures", "Legislatures"), None),
    "parutions": (
        Bilingual("Numéros du Journal officiel", "Issues of the Journal officiel"),
        Bilingual(
            "Numéro du Journal officiel où une question, une réponse ou un événement a paru.",
            "Issue of the Journal officiel in which a question, an answer or an event appeared.",
        ),
    ),
    "regles": (Bilingual("Règles de délai", "Time-limit rules"), None),
}


def table_title(sheet: Sheet) -> Bilingual:
    """What a table is called."""
    return _TABLES[sheet.name][0]


def table_description(sheet: Sheet) -> Bilingual:
    """What a row of it is."""
    said = _TABLES[sheet.name][1]
    return said or terme(sheet.constant_types[0]).definition
