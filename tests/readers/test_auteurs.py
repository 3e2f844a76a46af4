"""The author in every layout: who it is, and what is no author."""

import pytest

from questions_rdf.readers import _auteur_fiche
from questions_rdf.records import Question
from reading import codes, page, question

PUBLISHED = "Question publiée au JO le : 7 février 2023"


def _fiche(printed: str) -> str:
    return (
        f"FICHE QUESTION\n12ème législature\nQuestion N° : 12  de  {printed} QE\n"
        "Ministère interrogé : mer\nQuestion publiée au JO le : 13/12/2005\n"
        "Texte de la QUESTION : Pourquoi ?\n"
    )


@pytest.mark.parametrize(
    ("printed", "natural"),
    [
        ("Brard Jean-Pierre", "Jean-Pierre Brard"),
        ("Le Fur Marc", "Marc Le Fur"),
        ("Dupont-Aignan Nicolas", "Nicolas Dupont-Aignan"),
        ("de Ganay Claude", "Claude de Ganay"),
        ("La Raudière Laure de", "Laure de La Raudière"),
        ("Aubert François d'", "François d'Aubert"),
        ("d'Aubert François", "François d'Aubert"),
        ("MARTIN Jean Marie", "Jean Marie MARTIN"),
        ("LE PEN Jean", "Jean LE PEN"),
        ("Exemple", "Exemple"),
        ("", ""),
        ("de", "de"),
    ],
)
def test_a_surname_that_comes_first_is_put_last(printed: str, natural: str) -> None:
    assert _auteur_fiche.natural(printed) == natural


@pytest.mark.parametrize(
    "printed",
    [
        "M.   Exemple Alix ( Groupe - Marne )",
        "M. Exemple Alix\n( Groupe -\nMarne )",
        "M   Exemple Alix (Groupe - Marne)",
        "**M.** Exemple Alix | ( Groupe - Marne ) |",
    ],
)
def test_the_author_of_a_file_is_read_in_any_arrangement(printed: str) -> None:
    found = question(_fiche(printed))
    assert found.auteur is not None
    assert found.groupe is not None
    author = (found.auteur.civilite, found.auteur.nom, found.groupe.developpe, found.departement)
    assert author == ("M.", "Alix Exemple", "Groupe", "51")


def test_a_file_may_name_the_author_without_group() -> None:
    found = question(_fiche("Mme Exemple Camille"))
    assert (found.auteur and found.auteur.nom, found.groupe) == ("Camille Exemple", None)


def _dyn(*lines: str) -> Question:
    return question(page(*lines, PUBLISHED))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Mme Camille Exemple", "Camille Exemple"),
        ("Mlle Camille Exemple", "Camille Exemple"),
        ("M Camille Exemple", "Camille Exemple"),
        ("Mme la présidente Camille Exemple", "Camille Exemple"),
        ("Mme la députée Camille Exemple", "Camille Exemple"),
        ("Mme La Présidenterie Camille", "La Présidenterie Camille"),
        ("Mme Le Guen Camille", "Le Guen Camille"),
    ],
)
def test_an_author_is_a_person_with_a_civility(printed: str, name: str) -> None:
    author = _dyn(f"Auteur : {printed}").auteur
    assert author is not None
    assert author.nom == name


@pytest.mark.parametrize(
    "printed",
    [
        "Mme la présidente de la commission des phares",
        "M. le président",
        "M. le rapporteur général",
        "Camille Exemple",
        "la commission des phares",
        "Mme …",
    ],
)
def test_a_function_without_a_name_is_no_person(printed: str) -> None:
    text = page(f"Auteur : {printed}", PUBLISHED)
    assert question(text).auteur is None
    assert codes(text) == ["auteur-illisible"]


SEATS = {
    "Jura (1re circonscription) - Groupe - NUPES": ("39", 1, "Groupe - NUPES"),
    "Français établis hors de France (4e circonscription) - Groupe": ("099", 4, "Groupe"),
    "Wallis-et-Futuna (1re circonscription) - Groupe": ("986", 1, "Groupe"),
    "Saint-Barthélemy et Saint-Martin (1re circonscription) - G": ("977", 1, "G"),
    "Saint-Pierre-et-Miquelon (circonscription unique) - Groupe": ("975", None, "Groupe"),
    "Corse-du-Sud (2<sup>e</sup> circonscription)": ("2A", 2, None),
    "Loir-et-Cher - Groupe - X": ("41", None, "Groupe - X"),
    "Loir-et-Cher": ("41", None, None),
}


@pytest.mark.parametrize("printed", SEATS)
@pytest.mark.parametrize("place", ["Circonscription : ", "", "\n"])
def test_a_seat_is_read_beside_its_label_or_below_the_author(printed: str, place: str) -> None:
    lines = ["Question de : Mme Camille Exemple", f"{place}{printed}"]
    if not place.startswith("C"):
        lines = ["\n".join(lines)]
    found = _dyn(*lines)
    number = found.circonscription.numero if found.circonscription else None
    group = found.groupe.developpe if found.groupe else None
    if place != "\n" or "circonscription" in printed:
        assert (found.departement, number, group) == SEATS[printed]
    assert found.auteur is not None
    assert found.auteur.nom == "Camille Exemple"


def test_name_and_seat_may_stand_on_one_line() -> None:
    found = _dyn(
        "Question de : Mme Anne-Marie Le Exemple Bouches-du-Rhône (3e circonscription) - G"
    )
    assert found.auteur is not None
    assert (found.auteur.nom, found.departement) == ("Anne-Marie Le Exemple", "13")


@pytest.mark.parametrize("printed", ["[Mme Camille Exemple]@", "Mme [Camille Exemple]@"])
@pytest.mark.parametrize("site", ["", "https://www.assemblee-nationale.fr"])
def test_a_link_of_the_author_gives_the_identifier(printed: str, site: str) -> None:
    link = f"({site}/dyn/deputes/PA123)"
    author = _dyn(f"**Auteur :** {printed.replace('@', link)}").auteur
    assert author is not None
    assert (author.nom, author.identifiant) == ("Camille Exemple", "PA123")


def test_of_several_authors_the_first_person_is_the_author() -> None:
    text = page("Auteur : le groupe inconnu", "Auteur : Mme Alix Exemple", PUBLISHED)
    found = question(text)
    assert found.auteur is not None
    assert found.auteur.nom == "Alix Exemple"
    assert codes(text) == ["auteur-illisible"]
