"""All of the documentation, one file after the other."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from questions_rdf.resources.statements import Statement
from questions_rdf.site.documentation.catalogue import catalogue_files, dataset_data_files
from questions_rdf.site.documentation.codes import codes_site_files, rules_site_files
from questions_rdf.site.documentation.dataset import dataset_files
from questions_rdf.site.documentation.dictionary import dictionary_files
from questions_rdf.site.documentation.glossary import glossary_files
from questions_rdf.site.documentation.ontology import Resolve, nowhere, ontology_files
from questions_rdf.site.documentation.overview import overview_files
from questions_rdf.site.documentation.publication import Publication
from questions_rdf.site.documentation.queries import Asked, queries_files
from questions_rdf.site.site_file import SiteFile


def documentation_files(
    of: Publication,
    examples: Mapping[str, Statement],
    store: ox.Store | None = None,
    resolve: Resolve = nowhere,
) -> Iterator[SiteFile]:
    """Every page of the documentation, with the data set's own, and what stands beside them.

    Args:
        of: what is published where.
        examples: for a term, a statement of the data (:mod:`questions_rdf.resources.examples`).
        store: the data, that queries are asked of; without one their pages give no answer.
        resolve: where things that examples and answers name have their pages.
    """
    as_of, base = of.manifest.as_of, of.base
    yield from overview_files(as_of, of.endpoint)
    yield from glossary_files(as_of)
    yield from dataset_files(of)
    yield from dataset_data_files(of)
    yield from catalogue_files(of)
    yield from ontology_files(examples, as_of, base, resolve)
    yield from rules_site_files(of.manifest)
    yield from codes_site_files(of.manifest)
    yield from dictionary_files(as_of)
    yield from queries_files(Asked(store, as_of, base, of.endpoint, resolve))
