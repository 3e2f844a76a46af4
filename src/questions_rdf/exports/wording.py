"""What tables and columns are called and mean, in French and English.

Our own terms are explained by the ontology, and by nothing else. Here stands what it does not say:
columns of foreign terms, and those that the tables have besides.
"""

from questions_rdf.exports.sheets import SHEETS, Column, Role, Sheet
from questions_rdf.exports.terms import Wording, terms

# Key of a row whose term is not ours → title, definition.
_COLUMNS: dict[str, tuple[Wording, Wording]] = {
    "identifiant": (
        Wording("identifiant", "identifier"),
        Wording(
            "Identifiant que l'Assemblée nationale donne, par exemple QANR5L17QE2621 ou PA335999.",
            "Identifier that the National Assembly gives, for example QANR5L17QE2621 or PA335999.",
        ),
    ),
    "titre": (
        Wording("titre", "title"),
        Wording(
            "Titre d'une question ou d'un numéro du Journal officiel.",
            "Title of a question or of an issue of the Journal officiel.",
        ),
    ),
    "texte": (
        Wording("texte", "text"),
        Wording(
            "Texte intégral, sans balises ; une ligne vide sépare les paragraphes.",
            "Full text without mark-up; an empty line stands between paragraphs.",
        ),
    ),
    "source": (
        Wording("source", "source"),
        Wording(
            "Documents dont la question a été lue.",
            "Documents that the question was read from.",
        ),
    ),
    "page": (
        Wording("page officielle", "official page"),
        Wording(
            "Adresse de la page officielle de la question, de la personne ou du texte publié.",
            "Address of the official page of the question, the person or the published text.",
        ),
    ),
    "nomDocument": (
        Wording("nom du document", "name of the document"),
        Wording(
            "Nom du fichier ou du membre d'archive qui a été lu.",
            "Name of the file or of the member of an archive that was read.",
        ),
    ),
    "civilite": (
        Wording("civilité", "civility"),
        Wording("Civilité imprimée, « M. » ou « Mme ».", "Civility as printed, “M.” or “Mme”."),
    ),
    "nom": (
        Wording("nom", "name"),
        Wording("Prénom et nom de la personne.", "First and last name of the person."),
    ),
    "prenom": (
        Wording("prénom", "first name"),
        Wording(
            "Prénom, lorsque la source le sépare du nom de famille.",
            "First name, where the source separates it from the last name.",
        ),
    ),
    "nomDeFamille": (
        Wording("nom de famille", "last name"),
        Wording(
            "Nom de famille, lorsque la source le sépare du prénom.",
            "Last name, where the source separates it from the first name.",
        ),
    ),
    "memeQue": (
        Wording("même que", "same as"),
        Wording(
            "Adresse de l'élément de Wikidata sur la même personne.",
            "Address of the item of Wikidata about the same person.",
        ),
    ),
    "membre": (
        Wording("questions", "questions"),
        Wording(
            "Questions réunies, dans l'ordre de leurs identifiants.",
            "The questions that are brought together, by identifier.",
        ),
    ),
    "titulaire": (
        Wording("titulaire", "holder"),
        Wording("Personne qui exerce le mandat.", "Person who holds the mandate."),
    ),
    "assemblee": (
        Wording("assemblée", "assembly"),
        Wording("Assemblées où le mandat s'exerce.", "Assemblies that the mandate is for."),
    ),
    "libelle": (
        Wording("libellé", "label"),
        Wording("Libellé complet.", "Full label."),
    ),
    "autreLibelle": (
        Wording("autres libellés", "other labels"),
        Wording(
            "Autres libellés, dont le libellé abrégé.", "Other labels, the short one among them."
        ),
    ),
    "gouvernement": (
        Wording("gouvernement", "government"),
        Wording(
            "Gouvernement dont le ministère fait partie.",
            "Government that the ministry is a part of.",
        ),
    ),
    "remplace": (
        Wording("remplace", "replaces"),
        Wording("Organisme auquel celui-ci succède.", "Body that this one follows."),
    ),
    "etiquette": (
        Wording("nom", "name"),
        Wording(
            "Nom du lieu, de la législature ou de la règle.",
            "Name of the place, the legislature or the rule.",
        ),
    ),
    "codeDepartement": (
        Wording("code du département", "code of the département"),
        Wording(
            "Code du département ou du territoire ; c'est un texte : « 01 », « 2A », « 099 ».",
            "Code of the département or territory; it is a text: “01”, “2A”, “099”.",
        ),
    ),
    "dansSchema": (
        Wording("liste", "list"),
        Wording("Liste dont la notion fait partie.", "List that the concept is a part of."),
    ),
    "dateParution": (
        Wording("date de parution", "day of publication"),
        Wording(
            "Jour de parution du numéro du Journal officiel.",
            "Day on which the issue of the Journal officiel appeared.",
        ),
    ),
    "numeroParution": (
        Wording("numéro de parution", "number of the issue"),
        Wording(
            "Numéro imprimé sur le Journal officiel.", "Number printed on the Journal officiel."
        ),
    ),
    "origine": (
        Wording("source", "source"),
        Wording(
            "Adresses des textes qui fixent la règle.", "Addresses of the texts that set the rule."
        ),
    ),
}

# Sheet → title, and a definition where its class is not one of ours.
_TABLES: dict[str, tuple[Wording, Wording | None]] = {
    "questions": (Wording("Questions", "Questions"), None),
    "reponses": (Wording("Réponses", "Answers"), None),
    "evenements": (Wording("Événements", "Events"), None),
    "versions": (Wording("Versions antérieures des textes", "Earlier versions of texts"), None),
    "citations": (Wording("Citations", "Citations"), None),
    "reponses_communes": (Wording("Réponses communes", "Joint answers"), None),
    "groupes_similaires": (Wording("Questions similaires", "Similar questions"), None),
    "sources": (
        Wording("Documents lus", "Documents read"),
        Wording(
            "Document ou membre d'archive dont des questions ont été lues.",
            "Document or member of an archive that questions were read from.",
        ),
    ),
    "personnes": (
        Wording("Personnes", "People"),
        Wording(
            "Auteur de questions, ou titulaire d'un mandat qu'une question nomme.",
            "Author of questions, or holder of a mandate that a question names.",
        ),
    ),
    "mandats": (
        Wording("Mandats", "Mandates"),
        Wording(
            "Mandat de député au titre duquel des questions ont été posées.",
            "Mandate of a deputy under which questions were asked.",
        ),
    ),
    "organismes": (
        Wording("Organismes", "Organisations"),
        Wording(
            "Groupe politique, ministère, gouvernement ou assemblée.",
            "Political group, ministry, government or assembly.",
        ),
    ),
    "libelles_ministeres": (Wording("Libellés de ministères", "Ministry labels"), None),
    "circonscriptions": (Wording("Circonscriptions", "Constituencies"), None),
    "departements": (
        Wording("Départements et territoires", "Départements and territories"),
        Wording(
            "Département ou territoire où des auteurs de questions sont élus.",
            "Département or territory where authors of questions are elected.",
        ),
    ),
    "rubriques": (
        Wording("Rubriques", "Headings"),
        Wording(
            "Matière sous laquelle l'Assemblée classe les questions.",
            "Subject under which the Assembly files questions.",
        ),
    ),
    "portefeuilles": (
        Wording("Portefeuilles ministériels", "Ministerial portfolios"),
        Wording(
            "Domaine qui passe d'un ministère à l'autre au fil des gouvernements.",
            "Field that passes from ministry to ministry as governments follow each other.",
        ),
    ),
    "schemas": (
        Wording("Listes de notions", "Lists of concepts"),
        Wording(
            "Liste dont les rubriques ou les portefeuilles font partie.",
            "List that the headings or the portfolios are a part of.",
        ),
    ),
    "legislatures": (Wording("Législatures", "Legislatures"), None),
    "parutions": (
        Wording("Numéros du Journal officiel", "Issues of the Journal officiel"),
        Wording(
            "Numéro du Journal officiel où une question, une réponse ou un événement a paru.",
            "Issue of the Journal officiel in which a question, an answer or an event appeared.",
        ),
    ),
    "regles": (Wording("Règles de délai", "Time-limit rules"), None),
}

_ID = (
    Wording("identifiant dans les données", "identifier in the data"),
    Wording(
        "Adresse de la chose décrite, sans le début que toutes ont en commun.",
        "Address of the thing described, without the beginning that all have in common.",
    ),
)
_CLASSE = (
    Wording("classe", "class"),
    Wording("Classe la plus précise, dans l'ontologie.", "Most specific class, in the ontology."),
)
_CLASSE_GENERALE = (
    Wording("classe générale", "general class"),
    Wording(
        "Classe la plus générale : Attribution aussi pour un changement d'attribution, Cloture "
        "aussi pour un retrait.",
        "Most general class: Attribution for a change of allocation too, Cloture for a withdrawal "
        "too.",
    ),
)


def table_title(sheet: Sheet) -> Wording:
    """What a table is called."""
    return _TABLES[sheet.name][0]


def table_description(sheet: Sheet) -> Wording:
    """What a row of it is."""
    said = _TABLES[sheet.name][1]
    return said or terms().definitions[sheet.constant_types[0]]


def title(column: Column) -> Wording:
    """What a column is called."""
    if column.role is Role.LABEL:
        named = _title_of(column.of)
        return Wording(f"{named.fr} (nom)", f"{named.en} (name)")
    return _said(column)[0]


def description(column: Column) -> Wording:
    """What it holds."""
    if column.role is Role.LABEL:
        return Wording(
            f"Nom, en français, de ce que désigne la colonne {column.of}.",
            f"Name, in French, of what the column {column.of} stands for.",
        )
    return _said(column)[1]


def _said(column: Column) -> tuple[Wording, Wording]:
    if column.role is Role.ID:
        return _ID
    if column.role is Role.CLASSE:
        return _CLASSE
    if column.role is Role.CLASSE_GENERALE:
        return _CLASSE_GENERALE
    if column.role is Role.PARENT:
        return _parent(column)
    if column.term.startswith("qp:"):
        known = terms()
        return known.labels[column.term], known.definitions[column.term]
    return _COLUMNS[column.key]


def _parent(column: Column) -> tuple[Wording, Wording]:
    fr, en = terms().labels[SHEETS[column.targets[0]].constant_types[0]]
    return Wording(fr, en), Wording(
        f"La chose ({fr}) dont celle-ci fait partie.", f"The thing ({en}) that this is a part of."
    )


def _title_of(name: str) -> Wording:
    found = (one for sheet in SHEETS.values() for one in sheet.columns if one.name == name)
    return title(next(found))
