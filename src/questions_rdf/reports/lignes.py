"""What a row shows of a question, in every report that lists questions."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

from questions_rdf.iris import page_question
from questions_rdf.problems import Bilingual
from questions_rdf.reports.corpus import Corpus, legislature, numero
from questions_rdf.reports.report import Cell, Column, Kind, Row

LEGISLATURE = Column("legislature", Bilingual("Lég.", "Leg."), Kind.ORDINAL)
NUMERO = Column("numero", Bilingual("N°", "No."), Kind.ORDINAL, link="adresse")
AUTEUR = Column("auteur", Bilingual("Auteur", "Author"))
GROUPE = Column("groupe", Bilingual("Groupe", "Group"))
MINISTERE = Column("ministere", Bilingual("Ministère", "Ministry"))
PUBLICATION = Column("publication", Bilingual("Publiée le", "Published"), Kind.DATE)
PAGE = Column("page_jo", Bilingual("Page JO", "JO page"), Kind.ORDINAL)
RUBRIQUE = Column("rubrique", Bilingual("Rubrique", "Rubrique"))
TITRE = Column("titre", Bilingual("Titre", "Title"))
ECHEANCE = Column("echeance", Bilingual("Échéance", "Due"), Kind.DATE)
ADRESSE = Column("adresse", Bilingual("Adresse", "Address"), Kind.LINK)

QUESTION = (LEGISLATURE, NUMERO, PUBLICATION, PAGE)
SUJET = (RUBRIQUE, TITRE)
_PROPERTIES = {
    PAGE.key: ("qp:pageJO",),
    AUTEUR.key: ("qp:auteur",),
    GROUPE.key: ("qp:groupe", "qp:groupeALaDate"),
    RUBRIQUE.key: ("qp:rubrique",),
    TITRE.key: ("dcterms:title",),
}


class Lignes:
    """The cells of some questions, by column."""

    def __init__(
        self, corpus: Corpus, identifiants: Collection[str], columns: Sequence[Column]
    ) -> None:
        self._columns = columns
        asked = [name for column in columns for name in _PROPERTIES.get(column.key, ())]
        names, shown = corpus.annuaire, defaultdict(dict, corpus.details(identifiants, asked))
        pages, groups = shown["qp:pageJO"], shown["qp:groupeALaDate"] | shown["qp:groupe"]
        self._cells: dict[str, Callable[[str], Cell]] = {
            LEGISLATURE.key: legislature,
            NUMERO.key: numero,
            PUBLICATION.key: corpus.publication,
            PAGE.key: lambda one: int(pages[one]) if one in pages else None,
            ECHEANCE.key: corpus.echeance,
            AUTEUR.key: lambda one: names.personne(shown["qp:auteur"].get(one)),
            GROUPE.key: lambda one: names.organisme(groups.get(one)),
            RUBRIQUE.key: lambda one: names.notion(shown["qp:rubrique"].get(one)),
            TITRE.key: shown["dcterms:title"].get,
            ADRESSE.key: lambda one: page_question(legislature(one), one),
        }

    def cells(self, identifiant: str, **more: Cell) -> Row:
        """The row of a question; ``more`` are the cells that only this report has."""
        return tuple(
            [
                more[column.key] if column.key in more else self._cells[column.key](identifiant)
                for column in self._columns
            ]
        )
