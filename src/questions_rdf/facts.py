"""What is published about a question: the facts that its source states, and those that follow.

The mapping turns these into triples; the field names are the terms of the ontology in snake case.
IRIs are relative to the data base.
"""

import datetime as dt
from enum import StrEnum

import msgspec

from questions_rdf.records import InfoJO, Organisme, Question, Source
from questions_rdf.reference.regles import Regle


class Statut(StrEnum):
    """The states of a question (concepts of ``ontology/lists.ttl``)."""

    EN_ATTENTE = "qp:EnAttente"
    REPONDUE = "qp:Repondue"
    RETIREE = "qp:Retiree"
    CADUQUE = "qp:Caduque"
    CLOTUREE = "qp:Cloturee"


class Motif(StrEnum):
    """Why the responsible ministry changed (concepts of ``ontology/lists.ttl``)."""

    REMANIEMENT = "qp:Remaniement"
    TRANSFERT = "qp:Transfert"


class Genre(StrEnum):
    """What a passage cites, and how (concepts of ``ontology/lists.ttl``)."""

    RAPPEL_EXPRES = "qp:RappelExpres"
    RENOUVELLEMENT_DES_TERMES = "qp:RenouvellementDesTermes"
    RENVOI_A_UNE_REPONSE = "qp:RenvoiAUneReponse"
    TEXTE_COMMUN = "qp:TexteCommun"
    MENTION_DE_QUESTION = "qp:MentionDeQuestion"
    LOI = "qp:Loi"
    LOI_ORGANIQUE = "qp:LoiOrganique"
    LOI_CONSTITUTIONNELLE = "qp:LoiConstitutionnelle"
    ORDONNANCE = "qp:Ordonnance"
    DECRET = "qp:Decret"
    ARRETE = "qp:Arrete"
    ARTICLE_DE_CODE = "qp:ArticleDeCode"
    CONSTITUTION = "qp:ArticleDeLaConstitution"
    ACTE_EUROPEEN = "qp:ActeEuropeen"


class Remarque(StrEnum):
    """What is odd about a citation: its number was set right, or what it names cannot be."""

    REDRESSE = "redresse"
    CONTRADICTOIRE = "contradictoire"
    IMPOSSIBLE = "impossible"


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that cites a question, a law or a decree; what it surely means, if that is sure.

    ``extrait_de`` is the question or the answer in which the words stand; ``rappelle`` are
    questions, ``cite_loi`` is an address on Légifrance.
    """

    iri: str
    texte: str
    genre: Genre
    extrait_de: str
    rappelle: tuple[str, ...] = ()
    cite_loi: str | None = None
    remarque: Remarque | None = None


class Methode(StrEnum):
    """How questions were found to belong together (concepts of ``ontology/lists.ttl``)."""

    TEXTE_IDENTIQUE = "qp:TexteIdentique"
    TEXTES_VOISINS = "qp:TextesVoisins"


class VersionTexte(msgspec.Struct, frozen=True):
    """An earlier version of a text."""

    iri: str
    texte: str
    info_jo: InfoJO


class Evenement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a question; ``classe`` is the local name of its class in qp:."""

    iri: str
    classe: str
    date: dt.date | None = None
    info_jo: InfoJO = InfoJO()
    ministere: Organisme | None = None
    rang: int | None = None
    motif: Motif | None = None
    date_depot: dt.date | None = None
    echeance: dt.date | None = None
    regle: Regle | None = None
    corrige: str | None = None
    texte: str | None = None
    code_cloture: str | None = None
    motif_cloture: str | None = None
    mention: str | None = None


class Reponse(msgspec.Struct, frozen=True, kw_only=True):
    """An answer; delays in days, stated for written questions only."""

    iri: str
    repond_a: str
    texte: str | None = None
    texte_html: str | None = None
    version_anterieure: tuple[VersionTexte, ...] = ()
    info_jo: InfoJO = InfoJO()
    ministere: Organisme | None = None
    delai_jours: int | None = None
    retard_jours: int | None = None
    retard_signalement_jours: int | None = None


class Faits(msgspec.Struct, frozen=True, kw_only=True):
    """A question with everything that is published about it.

    ``groupe_a_la_date`` is the group on the day of the question; ``question.groupe`` stays the one
    that the source states. ``sources`` are the documents that the question was read from.
    """

    iri: str
    question: Question
    sources: tuple[Source, ...]
    titre: str
    titre_construit: bool | None
    texte: str | None
    texte_html: str | None
    version_anterieure: tuple[VersionTexte, ...]
    groupe_a_la_date: Organisme | None
    ministere_attributaire: Organisme | None
    statut: Statut
    statut_deduit: bool | None
    echeance: dt.date | None
    regle: Regle | None
    reponse: tuple[Reponse, ...]
    evenement: tuple[Evenement, ...]
    citation: tuple[Citation, ...]
    rappelle: tuple[str, ...]
    cite_loi: tuple[str, ...]
