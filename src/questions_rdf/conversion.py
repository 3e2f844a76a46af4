"""The second pass of a build: records become facts, facts triples, triples files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.accounting import Written
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.consolidation import consolidated
from questions_rdf.deduction import deduce
from questions_rdf.facts import Faits
from questions_rdf.identification import Identifier
from questions_rdf.intake import Known
from questions_rdf.mapping import redirections, tables
from questions_rdf.mapping.register import Register
from questions_rdf.problem_log import ProblemLog
from questions_rdf.problems import Origin, Problem
from questions_rdf.reference.legislatures import legislature
from questions_rdf.rows import Resource
from questions_rdf.sinks import Sinks, write_beside
from questions_rdf.spool import Spool

REDIRECTIONS = "redirections.ttl"


class Means(NamedTuple):
    """What a conversion needs besides the questions.

    Args:
        formats: names of formats.
        base: the data base.
        as_of: the day as of which the data speaks.
        annuaire: the reference data, if there is any.
        wikidata: items of Wikidata (their IRIs) by identifier of the person.
        progress: called with what is being done and the number of questions.
    """

    formats: Sequence[str]
    base: str
    as_of: date
    annuaire: Annuaire | None
    wikidata: Mapping[str, str]
    progress: Callable[[str, int], None]


def convert(spool: Spool, known: Known, means: Means, folder: Path, log: ProblemLog) -> Written:
    """Write every question, what the questions refer to, and where provisional IRIs lead now."""
    identifier = Identifier(means.annuaire, means.as_of) if means.annuaire else None
    register = Register(means.annuaire, means.wikidata)
    moved: set[tuple[str, str]] = set()
    with Sinks(folder, means.formats, means.base) as sinks:
        readings = consolidated(spool, known, identifier, means.base)
        for count, one in enumerate(readings, start=1):
            faits = deduce(
                one.question,
                one.sources,
                means.as_of,
                groupe_a_la_date=one.groupe_a_la_date,
                annuaire=means.annuaire,
            )
            register.note(faits)
            sinks.write([Resource(tables.QUESTION, faits), *register.new_sources(faits)])
            for problem in (*one.problems, *_remarks(faits, one.origin, means.base)):
                log.add(problem)
            moved.update(one.redirections)
            means.progress("writing", count)
        for title, resources in register.groups():
            sinks.write(resources, title)
    log.end_of_pass()
    if identifier or moved:
        described = redirections.describe(moved)
        write_beside(folder / REDIRECTIONS, means.base, redirections.PREFIXES, described)
    counted = sinks.rendering
    return Written(sinks.paths, counted.subjects, counted.triples, counted.classes)


def _remarks(faits: Faits, origin: Origin, base: str) -> Iterator[Problem]:
    """What deduction noticed about a question."""
    subject, numero = base + faits.iri, faits.question.legislature
    day = faits.question.info_jo.date
    if day and not legislature(numero).covers(day):
        code = catalogue.PUBLICATION_HORS_LEGISLATURE
        yield code.at(origin, subject, day=day, legislature=numero)
    if faits.statut_deduit:
        yield catalogue.STATUT_DEDUIT.at(origin, subject, legislature=numero)
