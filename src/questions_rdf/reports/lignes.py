"""What a row shows of a question, in every report that lists questions."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from questions_rdf.iris import page_question
from questions_rdf.problems import Bilingual
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.report import Cell, Column, Kind, Row

IDENTIFIANT = Column("identifiant", Bilingual("Identifiant", "Identifier"))
LEGISLATURE = Column("legislature", Bilingual("Lég.", "Leg."), Kind.INTEGER)
NUMERO = Column("numero", Bilingual("N°", "No."), Kind.INTEGER, link="adresse")
AUTEUR = Column("auteur", Bilingual("Auteur", "Author"))
GROUPE = Column("groupe", Bilingual("Groupe", "Group"))
MINISTERE = Column("ministere", Bilingual("Ministère", "Ministry"))
PUBLICATION = Column("publication", Bilingual("Publiée le", "Published"), Kind.DATE)
PAGE = Column("page_jo", Bilingual("Page JO", "JO page"), Kind.INTEGER)
RUBRIQUE = Column("rubrique", Bilingual("Rubrique", "Rubrique"))
TITRE = Column("titre", Bilingual("Titre", "Title"))
ECHEANCE = Column("echeance", Bilingual("Échéance", "Due"), Kind.DATE)
ADRESSE = Column("adresse", Bilingual("Adresse", "Address"), Kind.LINK)

QUESTION = (LEGISLATURE, NUMERO, PUBLICATION, PAGE)
SUJET = (RUBRIQUE, TITRE)


class Lignes:
    """The cells of some questions, by column."""

    def __init__(self, corpus: Corpus, identifiants: Collection[str]) -> None:
        titles = corpus.titres(identifiants)
        names = corpus.annuaire
        self._cells: dict[str, Callable[[str], Cell]] = {
            IDENTIFIANT.key: lambda one: one,
            LEGISLATURE.key: corpus.legislatures.get,
            NUMERO.key: corpus.numeros.get,
            PUBLICATION.key: corpus.publications.get,
            PAGE.key: corpus.pages.get,
            ECHEANCE.key: corpus.echeances.get,
            AUTEUR.key: lambda one: names.personne(corpus.auteurs.get(one)),
            GROUPE.key: lambda one: names.organisme(corpus.groupes.get(one)),
            RUBRIQUE.key: lambda one: names.notion(corpus.rubriques.get(one)),
            TITRE.key: titles.get,
            ADRESSE.key: lambda one: page_question(corpus.legislatures[one], one),
        }

    def cells(self, identifiant: str, columns: Sequence[Column], **more: Cell) -> Row:
        """The row of a question; ``more`` are the cells that only this report has."""
        return tuple(
            [
                more[column.key] if column.key in more else self._cells[column.key](identifiant)
                for column in columns
            ]
        )


class Rang(NamedTuple):
    """By what questions are put in order: legislature, number, identifier."""

    legislature: int
    numero: int
    identifiant: str


def rang(corpus: Corpus, identifiant: str) -> Rang:
    """The place of a question among others."""
    return Rang(
        corpus.legislatures.get(identifiant, 0), corpus.numeros.get(identifiant, 0), identifiant
    )
