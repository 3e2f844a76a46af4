"""What a row shows of a question, in every report that lists questions."""

from collections.abc import Callable, Collection, Sequence

from questions_rdf.iris import page_question
from questions_rdf.problems import Bilingual
from questions_rdf.reports.corpus import Corpus, legislature, numero
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

    def __init__(
        self, corpus: Corpus, identifiants: Collection[str], columns: Sequence[Column]
    ) -> None:
        self._columns = columns
        self._cells = {
            column.key: _READINGS[column.key](corpus, identifiants)
            for column in columns
            if column.key in _READINGS
        }

    def cells(self, identifiant: str, **more: Cell) -> Row:
        """The row of a question; ``more`` are the cells that only this report has."""
        return tuple(
            [
                more[column.key] if column.key in more else self._cells[column.key](identifiant)
                for column in self._columns
            ]
        )


_Reading = Callable[[str], Cell]


def _titles(corpus: Corpus, wanted: Collection[str]) -> _Reading:
    return corpus.values("dcterms:title", wanted).get


def _pages(corpus: Corpus, wanted: Collection[str]) -> _Reading:
    pages = corpus.values("qp:pageJO", wanted)
    return lambda one: int(pages[one]) if one in pages else None


def _authors(corpus: Corpus, wanted: Collection[str]) -> _Reading:
    authors, names = corpus.values("qp:auteur", wanted), corpus.annuaire
    return lambda one: names.personne(authors.get(one))


def _groups(corpus: Corpus, wanted: Collection[str]) -> _Reading:
    on_the_day = corpus.values("qp:groupeALaDate", wanted)
    groups, names = on_the_day | corpus.values("qp:groupe", wanted), corpus.annuaire
    return lambda one: names.organisme(groups.get(one))


def _rubriques(corpus: Corpus, wanted: Collection[str]) -> _Reading:
    rubriques, names = corpus.values("qp:rubrique", wanted), corpus.annuaire
    return lambda one: names.notion(rubriques.get(one))


_READINGS: dict[str, Callable[[Corpus, Collection[str]], _Reading]] = {
    IDENTIFIANT.key: lambda _corpus, _wanted: lambda one: one,
    LEGISLATURE.key: lambda _corpus, _wanted: legislature,
    NUMERO.key: lambda _corpus, _wanted: numero,
    PUBLICATION.key: lambda corpus, _wanted: corpus.publication,
    PAGE.key: _pages,
    ECHEANCE.key: lambda corpus, _wanted: corpus.echeance,
    AUTEUR.key: _authors,
    GROUPE.key: _groups,
    RUBRIQUE.key: _rubriques,
    TITRE.key: _titles,
    ADRESSE.key: lambda _corpus, _wanted: lambda one: page_question(legislature(one), one),
}
