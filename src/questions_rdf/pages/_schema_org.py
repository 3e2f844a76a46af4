"""What a page says of itself to search engines: schema.org, as a block of JSON-LD."""

from typing import Any

import msgspec
from markupsafe import Markup

from questions_rdf.pages._facts import Facts
from questions_rdf.resources import Kind

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_TYPES = {
    Kind.PERSONNE: "Person",
    Kind.GROUPE: "Organization",
    Kind.MINISTERE: "GovernmentOrganization",
    Kind.GOUVERNEMENT: "GovernmentOrganization",
    Kind.ORGANISATION: "Organization",
    Kind.CIRCONSCRIPTION: "AdministrativeArea",
    Kind.DEPARTEMENT: "AdministrativeArea",
    Kind.RUBRIQUE: "DefinedTerm",
    Kind.PORTEFEUILLE: "DefinedTerm",
    Kind.PARUTION: "PublicationIssue",
    Kind.ONTOLOGIE: "DefinedTermSet",
}
LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"


def data_block(facts: Facts, name: str) -> Markup:
    """The JSON of the block; no sign in it can end the element that it stands in."""
    kind = facts.description.kind
    return block(_question(facts, name) if kind is Kind.QUESTION else _thing(facts, name))


def block(said: dict[str, Any]) -> Markup:
    """What is said, as the content of a block."""
    text = msgspec.json.encode({"@context": "https://schema.org", **said}).decode()
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Markup(text)  # noqa: S704  (nothing in it can be mark-up)


def _thing(facts: Facts, name: str) -> dict[str, Any]:
    said = {"@type": _TYPES.get(facts.description.kind, "Thing"), "@id": facts.iri, "name": name}
    if page := facts.web_page():
        said["sameAs"] = page
    return said


def _question(facts: Facts, name: str) -> dict[str, Any]:
    answers = [_answer(facts, one) for one in facts.iris("qp:reponse")]
    said = {
        "@type": "Question",
        "@id": facts.iri,
        "identifier": facts.text("dcterms:identifier"),
        "name": name,
        "text": facts.text("schema:text"),
        "inLanguage": "fr",
        "datePublished": facts.text("qp:datePublication"),
        "author": _named(facts, "Person", facts.one("qp:auteur")),
        "about": _named(facts, "DefinedTerm", facts.one("qp:rubrique")),
        "answerCount": len(answers),
        "acceptedAnswer": answers[0] if answers else None,
        "suggestedAnswer": answers[1:],
        "license": LICENCE,
        "isBasedOn": facts.web_page(),
    }
    return {key: value for key, value in said.items() if value not in (None, [])}


def _answer(facts: Facts, iri: str) -> dict[str, Any]:
    said = {
        "@type": "Answer",
        "@id": iri,
        "text": facts.text("schema:text", iri),
        "inLanguage": "fr",
        "datePublished": facts.text("qp:datePublication", iri),
        "author": _named(facts, "GovernmentOrganization", facts.one("qp:ministere", iri)),
    }
    return {key: value for key, value in said.items() if value is not None}


def _named(facts: Facts, kind: str, iri: str | None) -> dict[str, Any] | None:
    return {"@type": kind, "@id": iri, "name": facts.links.to(iri).text} if iri else None
