"""How many pages of text a second one process reads: ``python -m bench.text_pages [seconds]``.

The same question as in ``html_pages.py``, as Markdown and as the text of an old page's table: 5 kB.
"""

from bench.html_pages import TEXT, report


def markdown(numero: int) -> str:
    """A page of the present site."""
    return f"""# ASSEMBLÉE NATIONALE

17ème législature

## Éclairage des phares

Question écrite n° {numero}

### Texte de la question

{TEXT}

### Texte de la réponse

{TEXT}

### Données clés

**Auteur** : [Mme Camille Exemple](https://www.assemblee-nationale.fr/dyn/deputes/PA900043)

Circonscription : Jura (1re circonscription) - Groupe inventé

Type de question : Question écrite

Rubrique : mer et littoral

Ministère interrogé : Mer

Ministère attributaire : Mer et pêche

Question publiée au JO le : 3 décembre 2024, page 6403

Réponse publiée au JO le : 22 avril 2025, page 2923
"""


def table(numero: int) -> str:
    """A page of the former site."""
    return f"""16ème législature
Question N° : {numero} | De Mme Camille Exemple ( Groupe inventé - Jura ) | Question écrite
Ministère interrogé > Mer | Ministère attributaire > Mer
Rubrique > mer | Tête d'analyse > éclairage | Analyse > phares
Question publiée au JO le : 07/02/2023 page : 1100
Réponse publiée au JO le : 11/04/2023 page : 3400

Texte de la question

{TEXT}

Texte de la réponse

{TEXT}
"""


if __name__ == "__main__":
    report(markdown, table)
