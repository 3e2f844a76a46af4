"""The author as the pages of legislatures 7 to 12 print it: surname first, group and place after.

``de M.   Exemple Jean-Camille ( Groupe - Département ) QE``: what follows the last space is the
given name.
"""

import re

import msgspec

from questions_rdf.readers import _auteur_entete, _characters, _page
from questions_rdf.readers._page_question import Author

_SURNAME_FIRST = re.compile(r"(?P<nom>.+?)\s+(?P<prenom>\S+)")


def author(page: _page.Page, legislature: int) -> Author:
    """The author, the name in the usual order."""
    stated = _auteur_entete.author(page, legislature)
    if stated.personne is None or stated.personne.nom is None:
        return stated
    match = _SURNAME_FIRST.fullmatch(_characters.label(stated.personne.nom))
    if match is None:
        return stated
    nom = f"{match['prenom']} {match['nom']}"
    renamed = msgspec.structs.replace(stated.personne, nom=nom)
    return stated._replace(personne=renamed)
