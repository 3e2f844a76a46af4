"""One long table: every code that reading and deduction give, with its sentences in two languages.

One entry is one kind of problem. A test checks that some fixture produces each of them.
"""

from questions_rdf.problems import Bilingual, Code, Severity, Stage

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


def _code(  # noqa: PLR0913  (the columns of a table)
    code: str,
    severity: Severity,
    message: tuple[str, str],
    hint: tuple[str, str],
    *,
    rejected: bool = False,
    stage: Stage = Stage.READING,
    why: tuple[str, str] | None = None,
) -> Code:
    reason = Bilingual(*why) if why else None
    return Code(code, severity, Bilingual(*message), Bilingual(*hint), rejected, stage, reason)


# -- Files and archives ---------------------------------------------------------------------------

FICHIER_VIDE = _code(
    "fichier-vide",
    _E,
    ("Le fichier est vide.", "The file is empty."),
    ("Téléchargez-le à nouveau.", "Download it again."),
    rejected=True,
)
FICHIER_ILLISIBLE = _code(
    "fichier-illisible",
    _E,
    ("Le fichier ne peut pas être lu : {reason}.", "The file cannot be read: {reason}."),
    ("Vérifiez ses droits et le disque.", "Check its permissions and the disk."),
    rejected=True,
)
FICHIER_IGNORE = _code(
    "fichier-ignore",
    _I,
    (
        "Fichier du système d'exploitation, laissé de côté.",
        "A file of the operating system, left aside.",
    ),
    ("Rien à faire.", "Nothing to do."),
)
PROVENANCE_DISCORDANTE = _code(
    "provenance-discordante",
    _W,
    (
        "Ce fichier n'est pas celui qui a été téléchargé de {url}.",
        "This file is not the one that was downloaded from {url}.",
    ),
    (
        "Il est lu ; le manifeste ne nomme pas d'adresse. Téléchargez-le à nouveau.",
        "It is read; the manifest names no address. Download it again.",
    ),
)
ARCHIVE_ILLISIBLE = _code(
    "archive-illisible",
    _E,
    ("L'archive zip est abîmée : {reason}.", "The zip archive is damaged: {reason}."),
    ("Téléchargez-la à nouveau.", "Download it again."),
    rejected=True,
)
ARCHIVE_IMBRIQUEE = _code(
    "archive-imbriquee",
    _E,
    ("Une archive dans une archive n'est pas ouverte.", "An archive in an archive is not opened."),
    (
        "Donnez l'archive intérieure elle-même.",
        "Pass the inner archive itself.",
    ),
    rejected=True,
)
MEMBRE_ILLISIBLE = _code(
    "membre-illisible",
    _E,
    ("Ce membre de l'archive ne peut pas être lu : {reason}.", "Unreadable member: {reason}."),
    ("Téléchargez l'archive à nouveau.", "Download the archive again."),
    rejected=True,
)
MEMBRE_EN_DOUBLE = _code(
    "membre-en-double",
    _W,
    (
        "L'archive contient plusieurs membres de ce nom.",
        "The archive has several members of this name.",
    ),
    ("Tous sont lus.", "All of them are read."),
)
LIMITE_TAILLE = _code(
    "limite-taille",
    _E,
    ("Le document dépasse {limit} octets.", "The document is larger than {limit} bytes."),
    ("Voyez l'option --max-member-size.", "See the option --max-member-size."),
    rejected=True,
)
LIMITE_RATIO = _code(
    "limite-ratio",
    _E,
    (
        "Le membre se décompresse plus de {limit} fois : archive piégée ?",
        "The member unpacks to more than {limit} times its size: a zip bomb?",
    ),
    ("Voyez l'option --max-ratio.", "See the option --max-ratio."),
    rejected=True,
)
LIMITE_MEMBRES = _code(
    "limite-membres",
    _E,
    (
        "L'archive a {count} membres, plus que la limite de {limit}.",
        "The archive has {count} members, more than the limit of {limit}.",
    ),
    ("Voyez l'option --max-members.", "See the option --max-members."),
    rejected=True,
)

# -- Documents ------------------------------------------------------------------------------------

DOCUMENT_INCONNU = _code(
    "document-inconnu",
    _E,
    (
        "Ce document n'est pas une question parlementaire connue.",
        "This document is no parliamentary question in a known layout.",
    ),
    (
        "Sont lus le JSON et le XML de l'Assemblée et les pages en HTML, texte ou Markdown.",
        "Read are the Assembly's JSON and XML, and question pages as HTML, text or Markdown.",
    ),
    rejected=True,
)
DOCUMENT_HTML = _code(
    "document-html",
    _E,
    (
        "Ce document est une page HTML ({title}), pas des données.",
        "This document is an HTML page ({title}), not data.",
    ),
    (
        "Attendu : la page d'une question ; ceci est peut-être une page d'erreur ou une liste.",
        "Expected: the page of one question; this may be an error page or a list.",
    ),
    rejected=True,
)
HTML_TRONQUE = _code(
    "html-tronque",
    _W,
    (
        "La page HTML s'arrête avant sa fin : un texte peut être incomplet.",
        "The HTML page stops before its end: a text may be incomplete.",
    ),
    ("Téléchargez la page à nouveau.", "Download the page again."),
)
DOCUMENT_XML = _code(
    "document-xml",
    _E,
    (
        "Ce XML n'est pas celui de questions parlementaires.",
        "This XML is not that of parliamentary questions.",
    ),
    (
        "Le premier élément doit être question, une liste de questions, ou QUESTION.",
        "The first element has to be question, a list of questions, or QUESTION.",
    ),
    rejected=True,
)
DOCUMENT_BINAIRE = _code(
    "document-binaire",
    _E,
    ("Ce document n'est pas du texte.", "This document is not text."),
    (
        "Donnez une archive zip, du JSON, du XML, du texte ou du Markdown.",
        "Pass a zip archive, JSON, XML, text or Markdown.",
    ),
    rejected=True,
)
ENCODAGE_CP1252 = _code(
    "encodage-cp1252",
    _W,
    (
        "Le document n'est pas en UTF-8 ; il est lu comme du Windows-1252.",
        "The document is not UTF-8; it is read as Windows-1252.",
    ),
    (
        "Vérifiez les accents dans le résultat, ou convertissez le fichier en UTF-8.",
        "Check the accents in the output, or convert the file to UTF-8.",
    ),
    why=(
        (
            "La RFC 8259 (8.1) veut de l'UTF-8 pour le JSON échangé ; le XML 1.0 (4.3.3) le "
            "suppose sans déclaration."
        ),
        (
            "RFC 8259 (8.1) asks for UTF-8 in JSON that is exchanged; XML 1.0 (4.3.3) "
            "supposes it without a declaration."
        ),
    ),
)
CARACTERE_ILLEGAL = _code(
    "caractere-illegal",
    _W,
    (
        "Caractères interdits dans un texte, retirés : {characters}.",
        "Characters that no text may hold were removed: {characters}.",
    ),
    ("Rien d'autre n'a été changé.", "Nothing else was changed."),
    why=(
        "Le XML 1.0 (2.2) exclut ces caractères : aucun outil qui passe par lui ne les garderait.",
        "XML 1.0 (2.2) excludes these characters: no tool that goes through it would keep them.",
    ),
)
TEXTE_RECOMPOSE = _code(
    "texte-recompose",
    _I,
    (
        "Les accents de la page étaient des signes à part ; ils sont recomposés (NFC).",
        "The accents of the page were signs of their own; they are composed (NFC).",
    ),
    ("Le texte est le même ; RDF demande cette forme.", "The text is the same; RDF asks for it."),
    why=(
        "RDF 1.1 Concepts (3.3) recommande la forme normale C d'Unicode.",
        "RDF 1.1 Concepts (3.3) recommends Unicode's normal form C.",
    ),
)
TEXTE_TROP_LONG = _code(
    "texte-trop-long",
    _E,
    (
        "Un texte a {length} caractères ; au-delà de {limit}, il est laissé de côté.",
        "A text has {length} characters; over {limit} it is left out.",
    ),
    (
        "Aucun texte officiel n'approche cette longueur ; vérifiez la source.",
        "No official text comes near that length; check the source.",
    ),
)
PAGE_TROP_LONGUE = _code(
    "page-trop-longue",
    _E,
    (
        "La page a {length} caractères ; au-delà de {limit}, elle n'est pas lue.",
        "The page has {length} characters; over {limit} it is not read.",
    ),
    (
        "Une page par fichier : ce document en contient sans doute plusieurs.",
        "One page a file: this document probably holds several.",
    ),
    rejected=True,
)

# -- JSON -----------------------------------------------------------------------------------------

JSON_ILLISIBLE = _code(
    "json-illisible",
    _E,
    ("Le JSON est mal formé : {reason}.", "The JSON is malformed: {reason}."),
    ("Téléchargez le fichier à nouveau.", "Download the file again."),
    rejected=True,
    why=("RFC 8259.", "RFC 8259."),
)
JSON_TRONQUE = _code(
    "json-tronque",
    _E,
    (
        "Le JSON s'arrête au milieu d'une question (octet {offset}).",
        "The JSON stops in the middle of a question (byte {offset}).",
    ),
    ("Téléchargez le fichier à nouveau.", "Download the file again."),
    rejected=True,
    why=(
        "RFC 8259 : un objet ou une liste a une fin.",
        "RFC 8259: an object or a list has an end.",
    ),
)
JSON_SANS_FIN = _code(
    "json-sans-fin",
    _W,
    (
        "Le JSON s'arrête après une question, avant la fin de la liste (octet {offset}).",
        "The JSON stops after a question, before the end of the list (byte {offset}).",
    ),
    ("Des questions peuvent manquer.", "Questions may be missing."),
)
JSON_DE_REFERENCE = _code(
    "json-de-reference",
    _E,
    (
        "Ce JSON décrit des acteurs, mandats ou organes, pas une question.",
        "This JSON describes acteurs, mandats or organes, not a question.",
    ),
    (
        "Donnez l'archive par --reference.",
        "Pass the archive with --reference.",
    ),
    rejected=True,
)
JSON_SANS_QUESTION = _code(
    "json-sans-question",
    _E,
    ("Ce JSON ne contient pas de question.", "This JSON holds no question."),
    (
        "Attendu : question, questionsEcrites, questionsGvt ou questionsOralesSansDebat.",
        "Expected: question, questionsEcrites, questionsGvt or questionsOralesSansDebat.",
    ),
    rejected=True,
)
# -- XML ------------------------------------------------------------------------------------------

XML_ILLISIBLE = _code(
    "xml-illisible",
    _E,
    ("Le XML est mal formé : {reason}.", "The XML is malformed: {reason}."),
    ("Téléchargez le fichier à nouveau.", "Download the file again."),
    rejected=True,
    why=("XML 1.0 (2.1) : un document bien formé.", "XML 1.0 (2.1): a well-formed document."),
)
XML_DOCTYPE = _code(
    "xml-doctype",
    _E,
    (
        "Le XML a un DOCTYPE, qui peut en changer le texte : il n'est pas lu.",
        "The XML has a DOCTYPE, which can change what its text says: it is not read.",
    ),
    (
        "Les fichiers de l'Assemblée n'en ont pas ; téléchargez le fichier à nouveau.",
        "The files of the Assembly have none; download the file again.",
    ),
    rejected=True,
    why=(
        (
            "XML 1.0 (4.2, 4.4) : les entités qui y sont déclarées remplacent du texte, ou "
            "ouvrent d'autres fichiers."
        ),
        "XML 1.0 (4.2, 4.4): the entities declared there replace text, or open other files.",
    ),
)
XML_TRONQUE = _code(
    "xml-tronque",
    _E,
    (
        "Le XML s'arrête au milieu d'une question (octet {offset}).",
        "The XML stops in the middle of a question (byte {offset}).",
    ),
    ("Téléchargez le fichier à nouveau.", "Download the file again."),
    rejected=True,
)
XML_SANS_FIN = _code(
    "xml-sans-fin",
    _W,
    (
        "Le XML s'arrête après une question, avant la fin de la liste (octet {offset}).",
        "The XML stops after a question, before the end of the list (byte {offset}).",
    ),
    ("Des questions peuvent manquer.", "Questions may be missing."),
)
XML_SANS_QUESTION = _code(
    "xml-sans-question",
    _E,
    ("Ce XML ne contient pas de question.", "This XML holds no question."),
    ("Élément attendu : {expected}.", "Expected element: {expected}."),
    rejected=True,
)

# -- Values ---------------------------------------------------------------------------------------

FORME_INATTENDUE = _code(
    "forme-inattendue",
    _W,
    (
        "Valeur d'une forme inattendue, laissée de côté : {value}.",
        "A value of an unexpected form was left out: {value}.",
    ),
    ("La question est publiée sans elle.", "The question is published without it."),
)
CHAMP_INCONNU = _code(
    "champ-inconnu",
    _W,
    (
        "Champ inconnu, non repris : {field}.",
        "Unknown field, not carried over: {field}.",
    ),
    (
        "L'Assemblée a pu ajouter un champ ; signalez-le au projet.",
        "The Assembly may have added a field; tell the project.",
    ),
)

# -- Questions ------------------------------------------------------------------------------------

NUMERO_ABSENT = _code(
    "numero-absent",
    _E,
    ("Le numéro de la question manque.", "The number of the question is missing."),
    (
        "Attendu après « Question écrite n° », dans identifiant.numero ou dans le nom du fichier.",
        "Expected after 'Question écrite n°', in identifiant.numero or in the name of the file.",
    ),
    rejected=True,
    why=(
        (
            "L'adresse d'une question est faite de sa législature, de sa nature et de son "
            "numéro (QANR5L17QE2621)."
        ),
        (
            "The address of a question is made of its legislature, its kind and its number "
            "(QANR5L17QE2621)."
        ),
    ),
)
LEGISLATURE_ABSENTE = _code(
    "legislature-absente",
    _E,
    ("La législature manque.", "The legislature is missing."),
    (
        "Attendue en tête (« 16ème législature ») ou dans le nom du fichier (QANR5L13QE123.txt).",
        "Expected in the header ('16ème législature') or in the file's name (QANR5L13QE123.txt).",
    ),
    rejected=True,
    why=(
        "Les numéros recommencent à chaque législature : sans elle, la question n'a pas d'adresse.",
        "Numbers start again in each legislature: without it the question has no address.",
    ),
)
LEGISLATURE_INCONNUE = _code(
    "legislature-inconnue",
    _E,
    ("La législature {legislature} n'existe pas.", "There is no legislature {legislature}."),
    (
        "Les législatures de la Ve République sont numérotées depuis 1.",
        "The legislatures of the Fifth Republic are numbered from 1.",
    ),
    rejected=True,
    why=(
        "Les législatures de la Ve République et leurs dates : ontology/legislatures.ttl.",
        "The legislatures of the Fifth Republic and their dates: ontology/legislatures.ttl.",
    ),
)
NATURE_ABSENTE = _code(
    "nature-absente",
    _E,
    (
        "La nature de la question (écrite, au Gouvernement, orale) manque ou est inconnue.",
        "The kind of question (written, to the Government, oral) is missing or unknown.",
    ),
    ("Attendu : QE, QG ou QOSD.", "Expected: QE, QG or QOSD."),
    rejected=True,
    why=(
        (
            "Articles 133 à 135 du Règlement de l'Assemblée nationale : trois sortes de "
            "questions, numérotées chacune à part."
        ),
        (
            "Articles 133 to 135 of the Rules of Procedure of the National Assembly: three "
            "kinds of questions, each numbered on its own."
        ),
    ),
)
IDENTITE_INCOMPLETE = _code(
    "identite-incomplete",
    _E,
    (
        "Rien ne dit quelle question est sur cette page ; il manque : {missing}.",
        "Nothing says which question is on this page; missing (in French): {missing}.",
    ),
    (
        "Nommez le fichier QANR5L17QE2621.md ou 17-2621QE.txt, ou écrivez l'adresse en tête.",
        "Name the file QANR5L17QE2621.md or 17-2621QE.txt, or write the address at the top.",
    ),
    rejected=True,
)
PAGE_SANS_METADONNEES = _code(
    "page-sans-metadonnees",
    _E,
    (
        "Ce document n'est que le texte d'une question, sans en-tête ; il manque : {missing}.",
        "This is but the text of a question, without header; missing (in French): {missing}.",
    ),
    (
        "Donnez la page entière : numéro, législature, auteur, ministère et dates y figurent.",
        "Pass the whole page: it has number, legislature, author, ministry and dates.",
    ),
    rejected=True,
)
IDENTITE_CONTRADICTOIRE = _code(
    "identite-contradictoire",
    _E,
    (
        "La source se contredit sur l'identité de la question : {values}.",
        "The source contradicts itself on which question this is: {values}.",
    ),
    ("Corrigez la source ; rien n'est deviné.", "Correct the source; nothing is guessed."),
    rejected=True,
    why=(
        (
            "Une question est une ressource : deux identités dans une source en feraient "
            "deux, ou une fausse."
        ),
        (
            "One question is one resource: two identities in one source would make two of it,"
            " or a wrong one."
        ),
    ),
)
UID_EN_DOUBLE = _code(
    "uid-en-double",
    _E,
    (
        "La question {uid} figure déjà dans cette source ({first}).",
        "Question {uid} already stands in this source ({first}).",
    ),
    ("La première lue est publiée.", "The first one read is published."),
    rejected=True,
)
DATE_PUBLICATION_ABSENTE = _code(
    "date-publication-absente",
    _E,
    (
        "La date de publication d'une question écrite manque.",
        "The publication date of a written question is missing.",
    ),
    (
        "Sans elle ni délai ni ordre des faits ne se laissent établir.",
        "Without it neither deadline nor order of events can be stated.",
    ),
    rejected=True,
    why=(
        (
            "Le délai de l'article 135, alinéa 6, du Règlement de l'Assemblée nationale court"
            " depuis la publication (ontology/regles.ttl)."
        ),
        (
            "The time limit of article 135, paragraph 6, of the Rules of Procedure of the "
            "National Assembly runs from the publication (ontology/regles.ttl)."
        ),
    ),
)
DATE_IMPOSSIBLE = _code(
    "date-impossible",
    _E,
    ("Cette date n'existe pas : {value}.", "There is no such date: {value}."),
    ("La date est laissée de côté.", "The date is left out."),
    why=(
        "XML Schema 2 (xsd:date) : un jour du calendrier.",
        "XML Schema 2 (xsd:date): a day of the calendar.",
    ),
)
DATE_ILLISIBLE = _code(
    "date-illisible",
    _E,
    ("Cette date ne peut pas être lue : {value}.", "This date cannot be read: {value}."),
    (
        "Attendu : 2024-03-19, 19/03/2024 ou 19 mars 2024.",
        "Expected: 2024-03-19, 19/03/2024 or 19 mars 2024.",
    ),
)
PAGE_ILLISIBLE = _code(
    "page-illisible",
    _W,
    (
        "Numéro de page du Journal officiel illisible : {value}.",
        "Unreadable page number of the Journal officiel: {value}.",
    ),
    ("La page est laissée de côté.", "The page is left out."),
)
TYPE_JO_INCONNU = _code(
    "type-jo-inconnu",
    _W,
    (
        "Édition du Journal officiel inconnue : {value}.",
        "Unknown edition of the Journal officiel: {value}.",
    ),
    (
        "Connues : JO_QUESTION, JO_DEBAT, JO_LOI_DECRET.",
        "Known ones: JO_QUESTION, JO_DEBAT, JO_LOI_DECRET.",
    ),
)
NUMERO_JO_ILLISIBLE = _code(
    "numero-jo-illisible",
    _W,
    (
        "Numéro du Journal officiel illisible : {value}.",
        "Unreadable issue number of the Journal officiel: {value}.",
    ),
    ("Le numéro est laissé de côté.", "The number is left out."),
)
IDENTIFIANT_ILLISIBLE = _code(
    "identifiant-illisible",
    _W,
    (
        "Identifiant mal formé, laissé de côté : {value}.",
        "A malformed identifier was left out: {value}.",
    ),
    ("Attendu : {expected} suivi de chiffres.", "Expected: {expected} and digits."),
)
ADRESSE_ILLISIBLE = _code(
    "adresse-illisible",
    _W,
    ("Adresse mal formée, laissée de côté : {value}.", "Malformed address, left out: {value}."),
    ("Attendu : une adresse http ou https.", "Expected: an http or https address."),
    why=("RFC 3986.", "RFC 3986."),
)
DEPARTEMENT_INCONNU = _code(
    "departement-inconnu",
    _W,
    ("Département inconnu : {value}.", "Unknown département: {value}."),
    (
        "La circonscription est laissée de côté ; voyez ontology/departements.ttl.",
        "The constituency is left out; see ontology/departements.ttl.",
    ),
    why=(
        "Codes officiels des départements et territoires : ontology/departements.ttl.",
        "Official codes of départements and territories: ontology/departements.ttl.",
    ),
)
CIRCONSCRIPTION_ILLISIBLE = _code(
    "circonscription-illisible",
    _W,
    ("Circonscription illisible : {value}.", "Unreadable constituency: {value}."),
    (
        "Attendu : « Jura (1re circonscription) - groupe ».",
        "Expected: 'Jura (1re circonscription) - group'.",
    ),
)
AUTEUR_ILLISIBLE = _code(
    "auteur-illisible",
    _W,
    ("Auteur illisible : {value}.", "Unreadable author: {value}."),
    ("Attendu : « Mme » ou « M. », puis le nom.", "Expected: 'Mme' or 'M.', then the name."),
)
FICHE_SANS_LIGNES = _code(
    "fiche-sans-lignes",
    _E,
    (
        "Sans retours à la ligne, « Texte de la REPONSE » s'y lit plusieurs fois.",
        "Without line breaks it has 'Texte de la REPONSE' in several places.",
    ),
    (
        "Où commence la réponse ? Copiez la page avec ses retours à la ligne.",
        "Where does the answer begin? Copy the page with its line breaks.",
    ),
    rejected=True,
)
ERRATUM_SANS_REPONSE = _code(
    "erratum-sans-reponse",
    _W,
    (
        "Un erratum de la réponse est annoncé, mais la réponse manque.",
        "A correction of the answer is announced, but there is no answer.",
    ),
    ("L'erratum est laissé de côté.", "The correction is left out."),
)
ETIQUETTE_INCONNUE = _code(
    "etiquette-inconnue",
    _W,
    ("Étiquette inconnue, non reprise : {label}.", "Unknown label, not carried over: {label}."),
    ("Signalez-la au projet.", "Tell the project."),
)
LIGNE_NON_LUE = _code(
    "ligne-non-lue",
    _W,
    ("Ligne non comprise : {line}.", "A line was not understood: {line}."),
    ("Elle n'est pas reprise.", "It is not carried over."),
)
REPONSES_MULTIPLES = _code(
    "reponses-multiples",
    _I,
    (
        "La source donne {count} textes de réponse sans dire s'ils se corrigent.",
        "The source gives {count} texts of answers without saying whether they correct each other.",
    ),
    (
        "Chacun est publié comme une réponse ; vérifiez sur la page officielle.",
        "Each is published as an answer; check on the official page.",
    ),
)
INTERTITRE_RETIRE = _code(
    "intertitre-retire",
    _I,
    (
        "La réponse commençait par l'intertitre imprimé au Journal officiel ({value}), retiré.",
        "The answer began with the heading that the Journal officiel prints ({value}), removed.",
    ),
    ("Le reste du texte est inchangé.", "The rest of the text is unchanged."),
)
PREFIXE_RETIRE = _code(
    "prefixe-retire",
    _I,
    (
        "Le texte commençait par le numéro et la date du Journal officiel ({value}), retirés.",
        "The text began with the number and date of the Journal officiel ({value}), removed.",
    ),
    ("Numéro et date sont publiés à part.", "Number and date are published on their own."),
)

# -- Reference data (acteurs, mandats, organes) ---------------------------------------------------

REFERENCE_JSON_ILLISIBLE = _code(
    "reference-json-illisible",
    _E,
    (
        "Ce document des données de référence n'est pas du JSON : {reason}.",
        "This document of the reference data is no JSON: {reason}.",
    ),
    (
        "Téléchargez à nouveau l'archive JSON « acteurs, mandats, organes » de l'Assemblée.",
        "Download the Assembly's JSON archive of acteurs, mandats and organes again.",
    ),
)
REFERENCE_FORME_INCONNUE = _code(
    "reference-forme-inconnue",
    _W,
    (
        "Ni acteur, ni mandat, ni organe dans ce document : {value}.",
        "Neither acteur nor mandat nor organe in this document: {value}.",
    ),
    ("Il est laissé de côté.", "It is left aside."),
)
REFERENCE_SANS_IDENTIFIANT = _code(
    "reference-sans-identifiant",
    _E,
    (
        "Un objet « {kind} » sans identifiant utilisable ({value}).",
        "An object '{kind}' without a usable identifier ({value}).",
    ),
    (
        "Il est laissé de côté. Attendu : PA, PM ou PO, puis des chiffres.",
        "It is left out. Expected: PA, PM or PO, then digits.",
    ),
)
REFERENCE_VALEUR_INATTENDUE = _code(
    "reference-valeur-inattendue",
    _W,
    (
        "{owner} : valeur inattendue dans les données de référence, {value}.",
        "{owner}: an unexpected value in the reference data, {value}.",
    ),
    ("La valeur est laissée de côté.", "The value is left out."),
)
REFERENCE_DATE_ILLISIBLE = _code(
    "reference-date-illisible",
    _W,
    (
        "{owner} : date illisible dans les données de référence, {value}.",
        "{owner}: an unreadable date in the reference data, {value}.",
    ),
    ("La date est laissée de côté.", "The date is left out."),
)
REFERENCE_DEPARTEMENT_INCONNU = _code(
    "reference-departement-inconnu",
    _W,
    (
        "{owner} : département inconnu, {value}.",
        "{owner}: unknown département, {value}.",
    ),
    (
        "Le siège reste sans lieu ; voyez ontology/departements.ttl.",
        "The seat stays without a place; see ontology/departements.ttl.",
    ),
)
WIKIDATA_LIGNE_ILLISIBLE = _code(
    "wikidata-ligne-illisible",
    _W,
    (
        "Ligne sans élément de Wikidata ou sans identifiant P4123 : {value}.",
        "A row without an item of Wikidata or without an identifier P4123: {value}.",
    ),
    (
        "Attendu : http://www.wikidata.org/entity/Q… et un nombre. La ligne est laissée de côté.",
        "Expected: http://www.wikidata.org/entity/Q… and a number. The row is left out.",
    ),
)
WIKIDATA_AMBIGU = _code(
    "wikidata-ambigu",
    _W,
    (
        "{value} correspond à plusieurs valeurs : {others}.",
        "{value} goes with several values: {others}.",
    ),
    (
        "Aucune n'est reprise ; corrigez Wikidata.",
        "None of them is taken; correct Wikidata.",
    ),
)

# -- Deduction ------------------------------------------------------------------------------------

AS_OF_ANTERIEUR = _code(
    "as-of-anterieur",
    _W,
    (
        "Le jour donné ({as_of}) précède la dernière date des données ({latest}).",
        "The day given ({as_of}) is before the latest date in the data ({latest}).",
    ),
    (
        "Les faits postérieurs restent publiés ; seule la caducité déduite en dépend.",
        "Later facts are published all the same; only a deduced lapse depends on it.",
    ),
    stage=Stage.DEDUCTION,
)
PUBLICATION_HORS_LEGISLATURE = _code(
    "publication-hors-legislature",
    _W,
    (
        "Publiée le {day}, la question n'est pas de la législature {legislature}.",
        "Published on {day}, the question is not of legislature {legislature}.",
    ),
    (
        "Vérifiez la date et la législature dans la source ; rien n'a été changé.",
        "Check date and legislature in the source; nothing was changed.",
    ),
    stage=Stage.DEDUCTION,
    why=(
        "Dates des législatures : ontology/legislatures.ttl.",
        "Dates of the legislatures: ontology/legislatures.ttl.",
    ),
)
STATUT_DEDUIT = _code(
    "statut-deduit",
    _I,
    (
        "Ni réponse ni clôture, et la législature {legislature} est finie : déclarée caduque.",
        "No answer, no closure, and legislature {legislature} is over: stated as lapsed.",
    ),
    (
        "qp:statutDeduit distingue ce statut d'un statut de la source.",
        "qp:statutDeduit tells this status from one that the source states.",
    ),
    stage=Stage.DEDUCTION,
    why=(
        (
            "La fin de la législature met fin aux mandats ; l'Assemblée clôt alors les "
            "questions sans réponse (« fin de mandat », code FM). Si aucune source ne le dit,"
            " c'est déduit."
        ),
        (
            "The end of the legislature ends the mandates; the Assembly then closes "
            "unanswered questions (“fin de mandat”, code FM). Where no source says so, it is "
            "deduced."
        ),
    ),
)

NUMERO_DE_TEXTE_REDRESSE = _code(
    "numero-de-texte-redresse",
    _I,
    (
        "« {words} » : le numéro est lu comme la date le veut, {url}.",
        "“{words}”: the number is read as the date calls for, {url}.",
    ),
    (
        "Les mots sont publiés comme ils sont imprimés.",
        "The words are published as they are printed.",
    ),
    stage=Stage.DEDUCTION,
)
CITATION_CONTRADICTOIRE = _code(
    "citation-contradictoire",
    _W,
    (
        "« {words} » : le numéro et la date ne vont pas ensemble, ou la date n'est pas possible.",
        "“{words}”: number and date do not agree, or the date is not possible.",
    ),
    (
        "La citation est publiée sans lien ; vérifiez le texte cité.",
        "The citation is published without a link; check the text that it cites.",
    ),
    stage=Stage.DEDUCTION,
)
RAPPEL_IMPOSSIBLE = _code(
    "rappel-impossible",
    _I,
    (
        "« {words} » : il ne peut pas y avoir, avant celle-ci, de question de ce numéro à ce jour.",
        "“{words}”: before this question there can be none of that number and day.",
    ),
    (
        "La citation est publiée sans lien.",
        "The citation is published without a link.",
    ),
    stage=Stage.DEDUCTION,
)

# -- Who is who -----------------------------------------------------------------------------------


def _who(code: str, severity: Severity, message: tuple[str, str], hint: tuple[str, str]) -> Code:
    return _code(code, severity, message, hint, stage=Stage.IDENTIFICATION)


LEGISLATURE_HORS_REFERENCE = _who(
    "legislature-hors-reference",
    _I,
    (
        "Les données de référence ne connaissent pas les sièges de la législature {legislature}.",
        "The reference data does not know the seats of legislature {legislature}.",
    ),
    (
        "Les auteurs gardent le nom imprimé et une adresse provisoire.",
        "The authors keep the name printed and a provisional address.",
    ),
)
AUTEUR_NON_IDENTIFIE = _who(
    "auteur-non-identifie",
    _W,
    (
        "Aucun député de la législature ne s'appelle « {nom} » à ce siège.",
        "No deputy of the legislature is called “{nom}” at that seat.",
    ),
    (
        "Le nom imprimé et une adresse provisoire sont publiés ; vérifiez le nom et la référence.",
        "The name printed and a provisional address are published; check name and reference.",
    ),
)
AUTEUR_HOMONYME = _who(
    "auteur-homonyme",
    _W,
    (
        "« {nom} » peut être {acteurs} ; rien ne les départage.",
        "“{nom}” may be {acteurs}; nothing tells them apart.",
    ),
    (
        "Le nom imprimé et une adresse provisoire sont publiés.",
        "The name printed and a provisional address are published.",
    ),
)
AUTEUR_AUTRE_SIEGE = _who(
    "auteur-autre-siege",
    _W,
    (
        "« {nom} » est le nom de {acteurs}, dont le siège n'est pas celui qui est imprimé.",
        "“{nom}” is the name of {acteurs}, whose seat is not the one printed.",
    ),
    (
        "Le nom imprimé et une adresse provisoire sont publiés ; vérifiez le département.",
        "The name printed and a provisional address are published; check the département.",
    ),
)
AUTEUR_PAR_SIEGE = _who(
    "auteur-par-siege",
    _W,
    (
        "« {nom} » est identifié par son siège : {connu} dans les données de référence.",
        "“{nom}” is identified by the seat: {connu} in the reference data.",
    ),
    (
        "Nom d'usage ou nom abrégé ; le nom publié est celui de la référence.",
        "A married or shortened name; the name published is that of the reference.",
    ),
)
MANDAT_D_UN_AUTRE = _who(
    "mandat-d-un-autre",
    _W,
    (
        "{mandat} est le mandat de {titulaire}, non de l'auteur {acteur}.",
        "{mandat} is the mandate of {titulaire}, not of the author {acteur}.",
    ),
    (
        "Les deux identifiants de la source sont publiés, sans la circonscription du mandat.",
        "Both identifiers of the source are published, without the mandate's constituency.",
    ),
)
CIRCONSCRIPTION_DIFFERENTE = _who(
    "circonscription-differente",
    _W,
    (
        "La source place l'auteur en {stated}, son mandat en {known}.",
        "The source places the author in {stated}, the mandate in {known}.",
    ),
    (
        "La circonscription de la source est publiée sur la question.",
        "The constituency of the source is published on the question.",
    ),
)
GROUPE_NON_IDENTIFIE = _who(
    "groupe-non-identifie",
    _I,
    (
        "Aucun groupe de la législature {legislature} ne s'appelle « {label} ».",
        "No group of legislature {legislature} is called “{label}”.",
    ),
    (
        "Le libellé imprimé et une adresse provisoire sont publiés.",
        "The label printed and a provisional address are published.",
    ),
)
GROUPE_INEXISTANT = _who(
    "groupe-inexistant",
    _W,
    (
        "Le groupe « {label} », imprimé, n'existait pas le {day}.",
        "The group printed, “{label}”, did not exist on {day}.",
    ),
    (
        "La source imprime le groupe du jour de son export ; voyez qp:groupeALaDate.",
        "The source prints the group of the day of its export; see qp:groupeALaDate.",
    ),
)
GROUPE_SANS_AUTEUR = _who(
    "groupe-sans-auteur",
    _W,
    (
        "Le groupe « {label} », imprimé, ne comptait pas l'auteur le {day}.",
        "The group printed, “{label}”, did not count the author on {day}.",
    ),
    (
        "Le groupe des mandats est publié par qp:groupeALaDate.",
        "The group of the mandates is published by qp:groupeALaDate.",
    ),
)
MINISTERE_NON_IDENTIFIE = _who(
    "ministere-non-identifie",
    _I,
    (
        "Aucun ministère de ce jour ne s'appelle « {label} » dans les données de référence.",
        "No ministry of that day is called “{label}” in the reference data.",
    ),
    ("Le libellé imprimé est publié.", "The label printed is published."),
)
MINISTERES_HORS_REFERENCE = _who(
    "ministeres-hors-reference",
    _I,
    (
        "« {label} » : les données de référence ne connaissent pas les ministères de ce temps.",
        "“{label}”: the reference data does not know the ministries of that time.",
    ),
    ("Le libellé imprimé est publié.", "The label printed is published."),
)
MINISTERE_AMBIGU = _who(
    "ministere-ambigu",
    _I,
    (
        "« {label} » peut être {organes} ; rien ne les départage.",
        "“{label}” may be {organes}; nothing tells them apart.",
    ),
    ("Le libellé imprimé est publié.", "The label printed is published."),
)
MINISTERE_HORS_PERIODE = _who(
    "ministere-hors-periode",
    _I,
    (
        "{organe} (« {label} ») a existé du {first} au {last}, et non le {day}.",
        "{organe} (“{label}”) existed from {first} to {last}, and not on {day}.",
    ),
    (
        "L'identifiant de la source est publié ; un homonyme a pu le précéder ou le suivre.",
        "The source's identifier is published; another of that name may have gone before or after.",
    ),
)
IDENTIFIANT_HORS_REFERENCE = _who(
    "identifiant-hors-reference",
    _I,
    (
        "Les données de référence ne connaissent pas {identifiant}.",
        "The reference data does not know {identifiant}.",
    ),
    (
        "L'identifiant est publié avec le libellé de la source ; mettez la référence à jour.",
        "The identifier is published with the label of the source; take a newer reference.",
    ),
)

# -- Several sources ------------------------------------------------------------------------------

SOURCES_DISCORDANTES = _code(
    "sources-discordantes",
    _W,
    (
        "Les sources diffèrent ({field}) : « {kept} » selon {where}, « {left} » ici.",
        "The sources differ ({field}): “{kept}” in {where}, “{left}” here.",
    ),
    (
        "La première valeur est publiée : voyez l'ordre de confiance dans docs/sources.md.",
        "The first value is published: see the order of trust in docs/sources.md.",
    ),
    stage=Stage.MERGING,
    why=(
        (
            "Ordre de confiance : données ouvertes, XML du site, pages ; de deux exports, le "
            "plus récent (docs/sources.md)."
        ),
        (
            "Order of trust: open data, the site's XML, pages; of two exports the newer one "
            "(docs/sources.md)."
        ),
    ),
)
