"""The vocabulary of the invented corpus: nobody ever asked, said or was called any of this."""


def _sentences(block: str) -> tuple[str, ...]:
    """The sentences of ``block``, which blank lines keep apart."""
    return tuple(" ".join(sentence.split()) for sentence in block.strip().split("\n\n"))


CIVILITES = ("M.", "Mme")
PRENOMS = (
    "Alix Camille Dominique Claude Maxime Sacha Éloïse Loïc Aurèle Maëlle Anaïs Noé Zoé Céleste "
    "Félicité Théodore Hélène Gaël Solène Rémi Agathe Côme Blandine Ambroise Jean-Loup Marie-Ève"
).split()
NOMS = (
    "Exemple Modèle Patron Échantillon Prototype Gabarit Maquette Canevas Croquis Esquisse Ébauche "
    "Calque Brouillon Schéma d'Épure Lavis Fusain Sanguine Pastel Vélin L'Encrier Du-Buvard"
).split()

GROUPES = tuple(
    f"{first} {second}"
    for first in ("Alliance", "Rassemblement", "Union", "Groupe")
    for second in ("des Exemplaires", "de l’Exemple", "pour la Maquette")
)

# Short label, full label. One in three full labels has a no-break space and a typographic
# apostrophe, as the official ones do.
_PORTEFEUILLES = (
    "agriculture et forêt|de l’agriculture et de la forêt",
    "aménagement des rives|de l’aménagement des rives",
    "armées et souvenir|des armées et du souvenir",
    "bibliothèques et archives|des bibliothèques et des archives",
    "cadastre et foncier|du cadastre et du foncier",
    "commerce de proximité|du commerce de proximité",
    "comptes et prévisions|des comptes et des prévisions",
    "eaux et digues|des eaux et des digues",
    "écoles et collèges|des écoles et des collèges",
    "énergies marines|des énergies marines",
    "espaces ruraux|des espaces ruraux",
    "familles et grand âge|des familles et du grand\u00a0âge",
    "hôpitaux et soins|des hôpitaux et des soins",
    "jeunesse et loisirs|de la jeunesse et des loisirs",
    "justice de proximité|de la justice de proximité",
    "logement et chantiers|du logement et des chantiers",
    "mer et littoral|de la mer et du littoral",
    "métiers d'art|des métiers d’art",
    "montagne|de la montagne",
    "numérique ordinaire|du numérique ordinaire",
    "outre-mer et distances|des outre-mer et des distances",
    "postes et liaisons|des postes et des liaisons",
    "recherche appliquée|de la recherche appliquée",
    "routes et ponts|des routes et des ponts",
    "secours et prévention|des secours et de la prévention",
    "sports collectifs|des sports collectifs",
    "transports lents|des transports lents",
    "travail et apprentissage|du travail et de l’apprentissage",
)
MINISTERES = tuple(
    (short[0].upper() + short[1:], f"Ministère{suffix} {full}")
    for suffix in ("", " délégué")
    for short, full in (label.split("|") for label in _PORTEFEUILLES)
)

RUBRIQUES = tuple(
    f"{first}{second}"
    for first in (
        "agriculture animaux bois commerce culture eau énergie enfants environnement étrangers "
        "fonctionnaires impôts industrie justice logement montagne nuisances pharmacie police "
        "postes professions retraites routes santé sports tourisme transports "
        "travail voirie"
    ).split()
    for second in ("", " et artisanat", " et territoires", " : généralités", " par eau")
)

MATIERES = tuple(
    f"{act} {thing}"
    for act in (
        "l'entretien",
        "le financement",
        "le contrôle",
        "l'avenir",
        "la fermeture annoncée",
        "la rénovation",
        "l'assurance",
        "le classement",
        "la transmission",
        "l'accès aux pièces de rechange",
    )
    for thing in (
        "des digues fluviales",
        "des moulins à marée",
        "des lavoirs communaux",
        "des phares et balises",
        "des ateliers de reliure",
        "des vergers conservatoires",
        "des orgues de tribune",
        "des bacs et passages d'eau",
        "des refuges de montagne",
        "des fours à chaux",
        "des serres municipales",
        "des carillons ambulants",
        "des pépinières de haies",
        "des stations de pesage",
        "des bibliobus ruraux",
        "des ponts tournants",
    )
)
LIEUX = (
    "dans les communes de moins de mille habitants",
    "le long des canaux secondaires",
    "dans les îles du large",
    "en zone de montagne",
    "dans les vallées encaissées",
    "aux abords des gares fermées",
    "dans les quartiers anciens",
    "sur le littoral",
    "dans les territoires peu denses",
    "à la limite de deux régions",
)
PUBLICS = (
    "les artisans concernés",
    "les familles les plus éloignées",
    "les maires des petites communes",
    "les apprentis de la filière",
    "les associations d'usagers",
    "les exploitants de bonne foi",
    "les agents chargés des contrôles",
    "les personnes âgées isolées",
    "les jeunes diplômés",
    "les bénévoles",
)
MESURES = (
    "le fonds de soutien aux petits ouvrages",
    "le plan décennal de remise en état",
    "la dotation d'équipement des passages d'eau",
    "le registre des savoir-faire",
    "l'aide au premier apprentissage",
    "le schéma de desserte lente",
    "la convention d'objectifs des ateliers",
    "le guichet unique des riverains",
)

ATTAQUES = _sentences(
    """
{deputy} appelle l'attention de {minister} sur {matter} {place}.

{deputy} interroge {minister} sur {matter} {place}.

{deputy} alerte {minister} sur les conséquences que pourrait avoir {matter} {place}.

{deputy} attire l'attention de {minister} au sujet suivant : {matter} {place}.
"""
)
CHUTES = _sentences(
    """
Il lui demande donc quelles mesures le Gouvernement entend prendre, et dans quel délai.

Elle souhaite connaître les intentions du Gouvernement sur ce point.

Aussi lui demande-t-il de bien vouloir préciser le calendrier retenu pour {measure}.

Elle l'interroge sur les moyens qui seront donnés à {measure}.
"""
)
CORPS = _sentences(
    """
Depuis {year}, {public} constatent que {matter} repose sur un nombre de plus en plus réduit
d'entreprises, et que les délais dépassent désormais {small} mois {place}.

Le coût moyen d'une intervention est passé de {figure} à {figure2} euros, sans que {measure} ait
été revalorisé en conséquence.

{Public} font valoir que les règles en vigueur ont été pensées pour des structures plus grandes,
et qu'elles s'appliquent mal {place}.

Un rapport remis en {year} concluait pourtant que {measure} suffirait à couvrir {small} % des
besoins, à condition que les dossiers soient instruits dans l'année.

Faute de réponse, plusieurs projets ont été abandonnés {place}, alors que leur utilité n'était
contestée par personne.

La question de {matter2} se pose dans les mêmes termes, et {public} demandent que les deux
sujets soient traités ensemble.

Sur {figure} dossiers déposés l'an dernier, {small} seulement ont reçu une réponse favorable.

Cette situation crée une inégalité entre ceux qui disposent d'un service technique et ceux qui
n'en ont pas, ce que {measure} devait justement corriger.

Or, {public} ne sont pas consultés, alors que leur expérience serait précieuse.

Les derniers chiffres connus, qui datent de {year}, font état de {figure} sites {place}, dont
près d'un tiers n'est plus surveillé.

Il est à craindre que, sans correction, {matter} ne soit plus assuré d'ici {small} ans.

Certains y voient l'effet d'une lecture trop stricte {act}, dont
la portée devait rester limitée.
"""
)
REPONSES = _sentences(
    """
Le Gouvernement est attentif à la situation décrite : {matter} fait l'objet d'un suivi
particulier depuis {year}.

{Measure} a été doté de {figure} euros, et {small} % de ce montant sont réservés aux projets
situés {place}.

Les services ont reçu {figure} demandes, dont {figure2} ont abouti dans un délai inférieur à
{small} semaines.

Une concertation a été ouverte avec {public}, afin de simplifier les démarches sans réduire les
garanties.

Le cadre actuel résulte {act}, qui a fixé des seuils adaptés à la
taille des ouvrages.

Ces règles n'interdisent pas aux collectivités d'intervenir, dès lors que {measure} ne finance
pas déjà la même opération.

S'agissant de {matter2}, une mission a été confiée à l'inspection ; ses conclusions sont
attendues dans {small} mois.

Il convient de rappeler que {public} peuvent être accompagnés gratuitement par le réseau des
correspondants départementaux.

Un premier bilan, établi en {year}, montre une baisse de {small} % des situations les plus
difficiles {place}.

Le Gouvernement n'envisage pas de modifier la loi à ce stade, mais une instruction rappellera
aux services l'esprit des textes.

Enfin, les crédits ouverts pour l'année prochaine permettront d'engager {figure} opérations
supplémentaires.

Dans l'attente, les dossiers en cours sont examinés avec bienveillance, et les délais de
paiement ne dépasseront pas {small} jours.
"""
)
REACTIONS = (
    "<i>(Applaudissements sur plusieurs bancs.)</i>",
    "<i>(Exclamations.)</i>",
    "<i>(« Très bien ! » sur divers bancs.)</i>",
    "<i>(Protestations à droite et à gauche.)</i>",
)
EN_VIGUEUR = "de la réglementation en vigueur"
ACTES = (
    "de la loi n° {then}-{number} du {day} {month} {then}",
    "de la loi n° {then}-{number} du {day} {month} {then}",
    "de la loi du {day} {month} {then}",
    "de l'article L. {number}-{small} du code de la santé publique",
    "de l'article L. {number}-{small} du code de l'environnement",
    "du décret n° {then}-{number} du {day} {month} {then}",
    "de l'arrêté du {day} {month} {then}",
)
"""What half of the questions of the open data cite, about as often."""
MOIS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
