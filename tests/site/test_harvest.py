"""udata, the software of data.gouv.fr, harvests the catalogue and loses nothing of it."""

import json
import os
import shutil
import subprocess
from functools import cache
from typing import Any

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCAT, DCTERMS

from browsing import given_out
from built import BASE, ROOT, seeds
from documented import ENDPOINT, published
from questions_rdf.site.documentation.catalogue import catalogue_files, dataset_data_files
from questions_rdf.site.documentation.description import KEYWORDS

FORMS = ("ttl", "rdf", "jsonld")


@cache
def harvester() -> str:
    """A Python that has udata."""
    found = os.environ.get("QUESTIONS_RDF_UDATA")
    if found is None or shutil.which(found) is None:
        pytest.skip("QUESTIONS_RDF_UDATA names no Python with udata: nothing is harvested with it")
    return found


@pytest.fixture(scope="module")
def harvested(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What becomes of each form of the catalogue."""
    python, folder = harvester(), tmp_path_factory.mktemp("harvested")
    found = {}
    with given_out(folder) as given:
        site = given.url
        of = published()._replace(site_url=site)
        for file in (*dataset_data_files(of), *catalogue_files(of)):
            (folder / file.path).write_bytes(file.content)
        for form in FORMS:
            run = subprocess.run(
                [python, ROOT / "tests/harvest_with_udata.py", f"{site}catalogue.{form}"],
                capture_output=True,
                check=True,
                timeout=120,
            )
            found[form] = json.loads(run.stdout.splitlines()[-1])
    return {"site": site, **found}


@pytest.mark.parametrize("form", FORMS)
def test_one_data_set_and_one_service_are_kept(harvested: dict[str, Any], form: str) -> None:
    found = harvested[form]
    assert found["status"] == "done"
    assert found["errors"] == []
    (dataset,), (service,) = found["datasets"], found["services"]
    assert dataset["remote_id"] == f"{BASE}dataset"
    assert dataset["remote_url"] == f"{harvested['site']}dataset.html"
    assert service == {
        "title": "SPARQL",
        "url": ENDPOINT,
        "described": ENDPOINT,
        "licence": "lov2",
        "datasets": [dataset["title"]],
    }


@pytest.mark.parametrize("form", FORMS)
def test_what_is_said_of_the_data_set_arrives(harvested: dict[str, Any], form: str) -> None:
    (found,) = harvested[form]["datasets"]
    built, node = Graph().parse(seeds()[0] / "dataset.ttl"), URIRef(f"{BASE}dataset")
    assert found["title"] == str(built.value(node, DCTERMS.title))
    assert found["description"] == str(built.value(node, DCTERMS.description))
    assert found["modified"] == str(built.value(node, DCTERMS.modified))
    period = built.value(node, DCTERMS.temporal)
    days = [str(built.value(period, one)) for one in (DCAT.startDate, DCAT.endDate)]
    assert found["temporal"] == days
    assert found["frequency"] == "irregular"
    assert found["licence"] == "lov2"
    assert {"assemblee-nationale", "gouvernement-et-secteur-public"} < set(found["tags"])
    assert len(found["tags"]) > 2 * len(KEYWORDS)
    assert ["Les Archives ouvertes", "data@example.org", "contact"] in found["contacts"]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_said_of_its_files_arrives(harvested: dict[str, Any], form: str) -> None:
    (found,) = harvested[form]["datasets"]
    files = found["resources"]
    assert files.keys() == {"questions.ttl", "questions.jsonld", "questions.nt"}
    assert files["questions.nt"] == {
        "description": "Les données entières, en N-Triples.",
        "url": f"{harvested['site']}telechargements/questions.nt",
        "mime": "application/n-triples",
        "format": "rdf_n_triples",
        "size": (seeds()[0] / "questions.nt").stat().st_size,
        "modified": found["modified"],
    }
