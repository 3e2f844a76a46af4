"""Harvests a catalogue as data.gouv.fr does, and prints as JSON what it keeps.

A program of its own, run by a Python that has udata (see ``udata.py``): it needs much, and old things.
The database is mongomock, in memory.
"""

import json
import sys
from typing import Any

import mongomock
from udata import settings
from udata.app import create_app, standalone
from udata.core.dataset.models import License
from udata.core.organization.models import Organization
from udata.harvest.backends.dcat import DcatBackend
from udata.harvest.models import HarvestSource

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"


class _Settings(settings.Testing, settings.Defaults):  # type: ignore[misc]
    """As data.gouv.fr: in French, and open to the Licence Ouverte."""

    TESTING = True
    SECRET_KEY = "secret"  # noqa: S105  (of nothing)
    SERVER_NAME = "data.example.org"
    DEFAULT_LANGUAGE = "fr"
    LANGUAGES = {"fr": "Français", "en": "English"}  # noqa: RUF012
    SECURITY_TOTP_SECRETS = {"1": "x" * 43}  # noqa: RUF012
    SECURITY_TOTP_ISSUER = "data.example.org"
    MONGODB_HOST = "mongodb://localhost/udata"
    MONGODB_SETTINGS = {  # noqa: RUF012
        "host": MONGODB_HOST,
        "mongo_client_class": mongomock.MongoClient,
        "uuidRepresentation": "standard",
    }


def harvested(url: str) -> dict[str, Any]:
    """What becomes of a catalogue: the state of the work, data sets and services."""
    License(id="notspecified", title="Not specified").save()
    License(id="lov2", title="Licence Ouverte 2.0", url=LICENCE).save()
    owner = Organization(name="Archives", description="Archives").save()
    source = HarvestSource(name="Catalogue", url=url, backend="dcat", organization=owner).save()
    job = DcatBackend(source, dryrun=False).harvest()
    return {
        "status": job.status,
        "errors": [str(one.message) for item in (job, *job.items) for one in item.errors],
        "datasets": [_dataset(one.dataset) for one in job.items if one.dataset],
        "services": [_service(one.dataservice) for one in job.items if one.dataservice],
    }


def _dataset(of: Any) -> dict[str, Any]:
    return {
        "title": of.title,
        "description": of.description,
        "frequency": of.frequency and of.frequency.value,
        "licence": of.license.id,
        "tags": list(of.tags),
        "temporal": [str(of.temporal_coverage.start), str(of.temporal_coverage.end)],
        "remote_id": of.harvest.remote_id,
        "remote_url": of.harvest.remote_url,
        "modified": str(of.harvest.modified_at.date()),
        "contacts": [[one.name, one.email, one.role] for one in of.contact_points],
        "resources": {one.title: _resource(one) for one in of.resources},
    }


def _resource(of: Any) -> dict[str, Any]:
    return {
        "description": of.description,
        "url": of.url,
        "mime": of.mime,
        "format": of.format,
        "size": of.filesize,
        "modified": str(of.harvest.modified_at.date()),
    }


def _service(of: Any) -> dict[str, Any]:
    return {
        "title": of.title,
        "url": of.base_api_url,
        "described": of.machine_documentation_url,
        "licence": of.license.id,
        "datasets": [one.title for one in of.datasets],
    }


if __name__ == "__main__":
    application = standalone(create_app(_Settings, init_logging=lambda *_, **__: None))
    with application.app_context(), application.test_request_context("/"):
        print(json.dumps(harvested(sys.argv[1])))  # noqa: T201
