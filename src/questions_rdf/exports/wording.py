"""What columns are called and mean, in French and English.

Our own terms are explained by the ontology, and by nothing else. Here stands what it does not say:
columns of foreign terms, and those that the tables have besides.
"""

from questions_rdf.exports.sheets import SHEETS, Column, Role
from questions_rdf.problems import Bilingual
from questions_rdf.reference.vocabulaire import terme

# Key of a row whose term is not ours → title, definition.
_COLUMNS: dict[str, tuple[Bilingual, Bilingual]] = {
    "identifiant": (
        Bilingual("identifiant", "identifier"),
        Bilingual(
            "Identifiant que l'Assemblée nationale donne, par exemple QANR5L17QE2621 ou PA335999.",
            "Identifier that the National Assembly gives, for example QANR5L17QE2621 or PA335999.",
        ),
    ),
    "titre": (
        Bilingual("titre", "title"),
        Bilingual(
            "Titre d'une question ou d'un numéro du Journal officiel.",
            "Title of a question or of an issue of the Journal officiel.",
        ),
    ),
    "texte": (
        Bilingual("texte", "text"),
        Bilingual(
            "Texte intégral, sans balises ; une ligne vide sépare les paragraphes.",
            "Full text without mark-up; an empty line stands between paragraphs.",
        ),
    ),
    "source": (
        Bilingual("source", "source"),
        Bilingual(
            "Documents dont la question a été lue.",
            "Documents that the question was read from.",
        ),
    ),
    "page": (
        Bilingual("page officielle", "official page"),
        Bilingual(
            "Adresse de la page officielle de la question, de la personne ou du texte publié.",
            "Address of the official page of the question, the person or the published text.",
        ),
    ),
    "nomDocument": (
        Bilingual("nom du document", "name of the document"),
        Bilingual(
            "Nom du fichier ou du membre d'archive qui a été lu.",
            "Name of the file or of the member of an archive that was read.",
        ),
    ),
    "civilite": (
        Bilingual("civilité", "civility"),
        Bilingual("Civilité imprimée, « M. » ou « Mme ».", "Civility as printed, “M.” or “Mme”."),
    ),
    "nom": (
        Bilingual("nom", "name"),
        Bilingual("Prénom et nom de la personne.", "First and last name of the person."),
    ),
    "prenom": (
        Bilingual("prénom", "first name"),
        Bilingual(
            "Prénom, lorsque la source le sépare du nom de famille.",
            "First name, where the source separates it from the last name.",
        ),
    ),
    "nomDeFamille": (
        Bilingual("nom de famille", "last name"),
        Bilingual(
            "Nom de famille, lorsque la source le sépare du prénom.",
            "Last name, where the source separates it from the first name.",
        ),
    ),
    "memeQue": (
        Bilingual("même que", "same as"),
        Bilingual(
            "Adresse de l'élément de Wikidata sur la même personne.",
            "Address of the item of Wikidata about the same person.",
        ),
    ),
    "membre": (
        Bilingual("questions", "questions"),
        Bilingual(
            "Questions réunies, dans l'ordre de leurs identifiants.",
            "The questions that are brought together, by identifier.",
        ),
    ),
    "titulaire": (
        Bilingual("titulaire", "holder"),
        Bilingual("Personne qui exerce le mandat.", "Person who holds the mandate."),
    ),
    "assemblee": (
        Bilingual("assemblée", "assembly"),
        Bilingual("Assemblées où le mandat s'exerce.", "Assemblies that the mandate is for."),
    ),
    "libelle": (
        Bilingual("libellé", "label"),
        Bilingual("Libellé complet.", "Full label."),
    ),
    "autreLibelle": (
        Bilingual("autres libellés", "other labels"),
        Bilingual(
            "Autres libellés, dont le libellé abrégé.", "Other labels, the short one among them."
        ),
    ),
    "gouvernement": (
        Bilingual("gouvernement", "government"),
        Bilingual(
            "Gouvernement dont le ministère fait partie.",
            "Government that the ministry is a part of.",
        ),
    ),
    "remplace": (
        Bilingual("remplace", "replaces"),
        Bilingual("Organisme auquel celui-ci succède.", "Body that this one follows."),
    ),
    "etiquette": (
        Bilingual("nom", "name"),
        Bilingual(
            "Nom du lieu, de la législature ou de la règle.",
            "Name of the place, the legislature or the rule.",
        ),
    ),
    "codeDepartement": (
        Bilingual("code du département", "code of the département"),
        Bilingual(
            "Code du département ou du territoire ; c'est un texte : « 01 », « 2A », « 099 ».",
            "Code of the département or territory; it is a text: “01”, “2A”, “099”.",
        ),
    ),
    "dansSchema": (
        Bilingual("liste", "list"),
        Bilingual("Liste dont la notion fait partie.", "List that the concept is a part of."),
    ),
    "dateParution": (
        Bilingual("date de parution", "day of publication"),
        Bilingual(
            "Jour de parution du numéro du Journal officiel.",
            "Day on which the issue of the Journal officiel appeared.",
        ),
    ),
    "numeroParution": (
        Bilingual("numéro de parution", "number of the issue"),
        Bilingual(
            "Numéro imprimé sur le Journal officiel.", "Number printed on the Journal officiel."
        ),
    ),
    "origine": (
        Bilingual("source", "source"),
        Bilingual(
            "Adresses des textes qui fixent la règle.", "Addresses of the texts that set the rule."
        ),
    ),
}

_ID = (
    Bilingual("identifiant dans les données", "identifier in the data"),
    Bilingual(
        "Adresse de la chose décrite, sans le début que toutes ont en commun.",
        "Address of the thing described, without the beginning that all have in common.",
    ),
)
_CLASSE = (
    Bilingual("classe", "class"),
    Bilingual("Classe la plus précise, dans l'ontologie.", "Most specific class, in the ontology."),
)
_CLASSE_GENERALE = (
    Bilingual("classe générale", "general class"),
    Bilingual(
        "Classe la plus générale : Attribution aussi pour un changement d'attribution, Cloture "
        "aussi pour un retrait.",
        "Most general class: Attribution for a change of allocation too, Cloture for a withdrawal "
        "too.",
    ),
)


def title(column: Column) -> Bilingual:
    """What a column is called."""
    if column.role is Role.LABEL:
        named = _title_of(column.of)
        return Bilingual(f"{named.fr} (nom)", f"{named.en} (name)")
    return _said(column)[0]


def description(column: Column) -> Bilingual:
    """What it holds."""
    if column.role is Role.LABEL:
        return Bilingual(
            f"Nom, en français, de ce que désigne la colonne {column.of}.",
            f"Name, in French, of what the column {column.of} stands for.",
        )
    return _said(column)[1]


def _said(column: Column) -> tuple[Bilingual, Bilingual]:
    if column.role is Role.ID:
        return _ID
    if column.role is Role.CLASSE:
        return _CLASSE
    if column.role is Role.CLASSE_GENERALE:
        return _CLASSE_GENERALE
    if column.role is Role.PARENT:
        return _parent(column)
    if column.term.startswith("qp:"):
        known = terme(column.term)
        return known.name, known.definition
    return _COLUMNS[column.key]


def _parent(column: Column) -> tuple[Bilingual, Bilingual]:
    whole = terme(SHEETS[column.targets[0]].constant_types[0]).name
    return whole, Bilingual(
        f"La chose ({whole.fr}) dont celle-ci fait partie.",
        f"The thing ({whole.en}) that this is a part of.",
    )


def _title_of(name: str) -> Bilingual:
    found = (one for sheet in SHEETS.values() for one in sheet.columns if one.name == name)
    return title(next(found))
