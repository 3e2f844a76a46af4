"""What follows from a record: title, events with their names, status, deadlines, delays.

Pure functions of the record, the rules and legislatures of the reference, and the day as of which
the data speaks. What a source states is never changed; what is deduced has fields of its own.
"""

from datetime import date

from questions_rdf import iris
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.deduction import citees, delais, evenements, reponses, statut, titre, versions
from questions_rdf.facts import Faits
from questions_rdf.records import Organisme, Question, Source


def deduce(
    question: Question,
    sources: tuple[Source, ...],
    as_of: date,
    *,
    groupe_a_la_date: Organisme | None = None,
    annuaire: Annuaire | None = None,
) -> Faits:
    """Everything that is published about ``question``, read from ``sources``, as of that day."""
    iri = iris.question(question.uid)
    attributions = evenements.attributions(iri, question, annuaire)
    signalements = evenements.signalements(iri, question)
    answers = reponses.reponses(iri, question, attributions, signalements)
    echeance, regle = delais.echeance(question)
    state, deduced = statut.statut(question, as_of)
    title, built = titre.titre(question)
    current = question.versions[-1] if question.versions else None
    cited = citees.citees(iri, question, answers)
    return Faits(
        iri=iri,
        question=question,
        sources=tuple({source.sha256: source for source in sources}.values()),
        titre=title,
        titre_construit=built or None,
        texte=current.texte if current else None,
        texte_html=current.texte_html if current else None,
        version_anterieure=versions.earlier(f"{iri}#texte", question.versions),
        groupe_a_la_date=groupe_a_la_date,
        ministere_attributaire=attributions[-1].ministere if attributions else None,
        statut=state,
        statut_deduit=deduced or None,
        echeance=echeance,
        regle=regle,
        reponse=answers,
        evenement=(
            *evenements.publications(iri, question),
            *attributions,
            *signalements,
            *evenements.renouvellements(iri, question),
            *evenements.errata(iri, question, answers),
            *evenements.publications_reponse(iri, answers),
            *evenements.clotures(iri, question),
        ),
        citation=cited,
        rappelle=citees.rappelle(cited),
        cite_loi=citees.cite_loi(cited),
    )
