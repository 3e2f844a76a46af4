"""What the scripts of the query page say, in French and in English.

``{…}`` stands for what a script puts in.
"""

_WORDS = {
    "bindFailed": ("Ces valeurs ne conviennent pas : {why}", "These values will not do: {why}"),
    "chart": ("Graphique", "Chart"),
    "chartCut": (
        "Les {shown} premières lignes, sur {all} ; toutes sont dans le tableau.",
        "The first {shown} rows of {all}; all of them are in the table.",
    ),
    "chartDescription": (
        "{values} selon {labels}, de {least} à {most}. Les valeurs sont dans le tableau.",
        "{values} by {labels}, from {least} to {most}. The values are in the table.",
    ),
    "chartTitle": ("{values} selon {labels}", "{values} by {labels}"),
    "completionHint": ("Ctrl + Espace pour compléter", "Ctrl + Space to complete"),
    "copied": ("Lien copié", "Link copied"),
    "copyByHand": ("Copiez l’adresse sélectionnée", "Copy the selected address"),
    "cutShort": (
        "La réponse s’est interrompue avant sa fin : rien n’en est montré.",
        "The answer broke off before its end: nothing of it is shown.",
    ),
    "downloadFailed": ("Le téléchargement a échoué : {why}", "The download failed: {why}"),
    "downloading": ("Téléchargement…", "Downloading…"),
    "editor": ("Requête SPARQL", "SPARQL query"),
    "empty": ("Aucune ligne ne répond à cette requête.", "No row answers this query."),
    "failed": ("La requête a échoué", "The query failed"),
    "filter": ("Filtrer les lignes", "Filter the rows"),
    "found": ("{n} requêtes", "{n} queries"),
    "foundOne": ("1 requête", "1 query"),
    "labels": ("Libellés", "Labels"),
    "needsReference": (
        "Il y faut les données de référence.",
        "This needs the reference data.",
    ),
    "needsSimilar": ("Il y faut les questions semblables.", "This needs the similar questions."),
    "next": ("Suivantes", "Next"),
    "no": ("non (false)", "no (false)"),
    "noServer": ("Le serveur ne répond pas.", "The server does not answer."),
    "notUnderstood": (
        "La réponse du serveur ({type}) ne se lit pas.",
        "The server's answer ({type}) cannot be read.",
    ),
    "openQuestion": ("laisser vide : toutes", "leave empty: all"),
    "pageOf": ("{from}–{to} sur {all}", "{from}–{to} of {all}"),
    "previous": ("Précédentes", "Previous"),
    "rawCut": (
        "Le début seulement ; téléchargez les résultats pour tout lire.",
        "The beginning only; download the results to read all of it.",
    ),
    "raw": ("Réponse brute", "Raw answer"),
    "resultsTable": ("Résultats de la requête", "Results of the query"),
    "retry": ("Réessayez dans {n} s.", "Try again in {n} s."),
    "rowNumber": ("N°", "No."),
    "rows": ("{n} lignes", "{n} rows"),
    "rowsOne": ("1 ligne", "1 row"),
    "run": ("Exécuter", "Run"),
    "runWithValues": ("Exécuter avec ces valeurs", "Run with these values"),
    "running": ("Requête en cours…", "Query running…"),
    "seconds": ("en {n} s", "in {n} s"),
    "sort": ("Trier selon {column}", "Sort by {column}"),
    "stopped": ("Requête arrêtée.", "Query stopped."),
    "subject": ("sujet", "subject"),
    "predicate": ("prédicat", "predicate"),
    "object": ("objet", "object"),
    "syntax": (
        "Ligne {line} : ce n’est pas (encore) du SPARQL.",
        "Line {line}: this is not SPARQL (yet).",
    ),
    "table": ("Tableau", "Table"),
    "tooLarge": (
        "La réponse dépasse {n} Mo : téléchargez-la, ou ajoutez LIMIT à la requête.",
        "The answer is larger than {n} MB: download it, or add LIMIT to the query.",
    ),
    "unknownPrefix": (
        "Ligne {line} : le préfixe {prefix} n’est pas déclaré.",
        "Line {line}: the prefix {prefix} is not declared.",
    ),
    "values": ("Valeurs", "Values"),
    "views": ("Manière de montrer les résultats", "How the results are shown"),
    "wholeText": ("Lire la suite", "Read more"),
    "yes": ("oui (true)", "yes (true)"),
}


def words(language: str) -> dict[str, str]:
    """All of them in one language."""
    return {name: both[0 if language == "fr" else 1] for name, both in _WORDS.items()}
