"""What the questions share is described once: by the reference data where it knows, whoever asks first."""

import json
import pickle
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from questions_rdf import iris
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Acteur, Mandat, Organe, TypeOrgane
from questions_rdf.deduction import deduce
from questions_rdf.facts import Faits
from questions_rdf.mapping import tables
from questions_rdf.mapping.noted import Noted
from questions_rdf.mapping.register import Register
from questions_rdf.problems import Severity
from questions_rdf.records import (
    Attribution,
    Circonscription,
    InfoJO,
    Nature,
    Organisme,
    Personne,
    Question,
    Source,
    Texte,
    TypeJO,
)
from questions_rdf.rows import Resource
from questions_rdf.validation.shacl import load_data, validate
from questions_rdf.validation.shapes import load_shapes
from questions_rdf.writers import JsonLdWriter, TurtleWriter
from questions_rdf.writers.rendering import Rendering

AS_OF = date(2023, 6, 1)
ELECTED = date(2022, 6, 19)
BACK = date(2023, 1, 10)
SOURCE = Source("questions.zip", "a" * 64)
OTHER_SOURCE = Source("page.txt", "b" * 64)

GOUVERNEMENTS = (
    Organe("PO901", "GOUVERNEMENT", "Gouvernement", "EXEMPLE 1", "GVT", debut=date(2020, 7, 1)),
    Organe("PO902", "GOUVERNEMENT", "Gouvernement", "EXEMPLE 2", "GVT", debut=date(2022, 5, 20)),
)
MINISTERES = (
    Organe(
        "PO911",
        "MINISTERE",
        "Ministère des pigeons",
        "Pigeons",
        "PIG",
        debut=date(2020, 7, 2),
        fin=date(2022, 5, 19),
        parent="PO901",
        precedent="PO900",
    ),
    Organe(
        "PO912",
        "MINISTERE",
        "Ministère des pigeons et des mésanges",
        "Pigeons et mésanges",
        "PIG",
        debut=date(2022, 5, 20),
        parent="PO902",
        precedent="PO911",
    ),
    Organe("PO999", "MINISTERE", "Ministère que personne n'interroge", parent="PO901"),
)
GROUPES = (
    Organe("PO921", "GP", "Groupe du Verger", "Verger", "Verger", debut=date(2022, 6, 28)),
    Organe("PO922", "GP", "Groupe du Potager", "Potager", "POT", debut=date(2022, 6, 28)),
)
ASSEMBLEE = Organe("PO930", "ASSEMBLEE", "Assemblée d'exemple", "Assemblée", "AN", debut=ELECTED)
SIEGE = Mandat(
    "PM801",
    "PA701",
    TypeOrgane.ASSEMBLEE,
    16,
    ("PO930",),
    debut=ELECTED,
    prise_de_fonction=BACK,
    fin=date(2023, 5, 2),
    cause_fin="Démission",
    circonscription=Circonscription("79", 2),
)
ANNUAIRE = Annuaire(
    [Acteur("PA701", "Mme", "Ève", "Lépine"), Acteur("PA702", "M.", "Abel", "Noyer")],
    [SIEGE],
    [*GOUVERNEMENTS, *MINISTERES, *GROUPES, ASSEMBLEE],
)
WIKIDATA = {"PA701": "http://www.wikidata.org/entity/Q42"}


def faits(
    numero: int = 1,
    *,
    sources: tuple[Source, ...] = (SOURCE,),
    groupe_a_la_date: Organisme | None = None,
    **fields: object,
) -> Faits:
    """The facts of a written question of the 16th legislature."""
    published = InfoJO(TypeJO.QUESTIONS, date(2023, 2, 7))
    question = Question(
        uid=f"QANR5L16QE{numero}",
        nature=Nature.QUESTION_ECRITE,
        numero=numero,
        legislature=16,
        info_jo=published,
        versions=(Texte("Pourquoi ?", info_jo=published),),
        **fields,  # type: ignore[arg-type]
    )
    return deduce(question, sources, AS_OF, groupe_a_la_date=groupe_a_la_date)


def by(identifiant: str = "PA701", **fields: str) -> Personne:
    return Personne(16, identifiant, **fields)


def asked(identifiant: str, developpe: str | None = None, abrege: str | None = None) -> Organisme:
    return Organisme(16, identifiant, developpe, abrege)


def described(questions: Iterable[Faits], register: Register) -> dict[str, Resource]:
    """All shared resources, by IRI; none comes twice."""
    register.merge(noted(questions))
    resources = [resource for _, group in register.groups() for resource in group]
    assert len({resource.iri for resource in resources}) == len(resources)
    return {resource.iri: resource for resource in resources}


def noted(questions: Iterable[Faits]) -> Noted:
    """What one batch refers to."""
    found = Noted()
    for question in questions:
        found.note(question)
    return found


def one(question: Faits, register: Register | None = None) -> dict[str, Resource]:
    return described([question], register or Register(ANNUAIRE))


def values(resource: Resource, key: str) -> list[str]:
    return facts(resource).get(key, [])


def facts(resource: Resource) -> dict[str, list[str]]:
    """What is said of a resource, by key: as its JSON says it."""
    (text,) = rendered([resource], JsonLdWriter.FORMAT.name)
    said = {key: value for key, value in json.loads(text).items() if key[0] != "@"}
    return {
        key: [str(one).lower() if one is True else str(one) for one in value]
        for key, value in ((k, v if isinstance(v, list) else [v]) for k, v in said.items())
    }


def rendered(resources: Iterable[Resource], *formats: str) -> list[str]:
    rendering = Rendering(formats, iris.DEFAULT_BASE)
    for resource in resources:
        rendering.add(*resource)
    return [text.decode() for text in rendering.take().texts]


# -- People and mandates --------------------------------------------------------------------------


def test_a_person_known_by_identifier_is_named_by_the_reference() -> None:
    found = one(faits(auteur=by()), Register(ANNUAIRE, WIKIDATA))
    assert facts(found["acteur/PA701"]) == {
        "identifiant": ["PA701"],
        "civilite": ["Mme"],
        "nom": ["Ève Lépine"],
        "prenom": ["Ève"],
        "nomDeFamille": ["Lépine"],
        "page": ["https://www.assemblee-nationale.fr/dyn/deputes/PA701"],
        "memeQue": [WIKIDATA["PA701"]],
    }


def test_the_name_of_the_reference_wins_over_a_printed_one() -> None:
    printed = by(nom="Eve LEPINE-POIRIER", civilite="Mlle")
    found = one(faits(auteur=printed))["acteur/PA701"]
    assert (values(found, "nom"), values(found, "civilite")) == (["Ève Lépine"], ["Mme"])


def test_a_person_whom_the_reference_lacks_keeps_the_printed_name() -> None:
    found = one(faits(auteur=by("PA799", nom="Rose Prunier", civilite="Mme")))
    assert facts(found["acteur/PA799"]).keys() == {"identifiant", "civilite", "nom", "page"}
    assert values(found["acteur/PA799"], "nom") == ["Rose Prunier"]


def test_a_person_known_by_name_only_is_not_looked_up() -> None:
    found = one(faits(auteur=Personne(16, nom="Ève Lépine", departement="79")))
    assert facts(found["acteur/nom/16-79-eve-lepine"]) == {"nom": ["Ève Lépine"]}


def test_a_mandate_has_the_details_of_the_reference() -> None:
    found = one(faits(auteur=by(), mandat="PM801"))
    assert facts(found["mandat/PM801"]) == {
        "identifiant": ["PM801"],
        "titulaire": ["acteur/PA701"],
        "assemblee": ["organe/PO930"],
        "debut": ["2022-06-19"],
        "priseDeFonction": ["2023-01-10"],
        "fin": ["2023-05-02"],
        "causeFin": ["Démission"],
        "circonscription": ["circonscription/79-02"],
    }
    assert values(found["organe/PO930"], "libelle") == ["Assemblée d'exemple"]
    assert values(found["circonscription/79-02"], "departement") == ["departement/79"]
    assert "departement/79" in found


def test_the_holder_of_a_mandate_is_described_although_no_question_names_him() -> None:
    found = one(faits(mandat="PM801"))
    assert values(found["mandat/PM801"], "titulaire") == ["acteur/PA701"]
    assert values(found["acteur/PA701"], "nom") == ["Ève Lépine"]


def test_a_mandate_that_the_reference_lacks_has_the_holder_that_the_question_states() -> None:
    found = one(faits(auteur=by(), mandat="PM899"))
    assert facts(found["mandat/PM899"]) == {"identifiant": ["PM899"], "titulaire": ["acteur/PA701"]}


def test_a_place_that_we_cannot_name_is_left_out() -> None:
    seat = Mandat("PM802", "PA702", TypeOrgane.ASSEMBLEE, circonscription=Circonscription("997", 1))
    found = one(faits(mandat="PM802"), Register(Annuaire([], [seat], [])))
    assert facts(found["mandat/PM802"]).keys() == {"identifiant", "titulaire"}
    assert facts(found["acteur/PA702"]).keys() == {"identifiant", "page"}


# -- Organisations --------------------------------------------------------------------------------


def test_the_label_of_the_reference_wins_and_all_others_are_kept() -> None:
    question = faits(ministere_interroge=asked("PO912", "Ministère des oiseaux", "Pigeons"))
    found = one(question)["organe/PO912"]
    assert values(found, "libelle") == ["Ministère des pigeons et des mésanges"]
    others = ["Ministère des oiseaux", "PIG", "Pigeons", "Pigeons et mésanges"]
    assert values(found, "autreLibelle") == others


def test_the_preferred_label_is_not_said_twice() -> None:
    found = one(faits(groupe=asked("PO921", "Groupe du Verger", "Verger")))["organe/PO921"]
    assert values(found, "libelle") == ["Groupe du Verger"]
    assert values(found, "autreLibelle") == ["Verger"]


def test_a_ministry_comes_with_its_government_and_all_its_predecessors() -> None:
    found = one(faits(ministere_interroge=asked("PO912")))
    ministry, predecessor = found["organe/PO912"], found["organe/PO911"]
    assert values(ministry, "gouvernement") == ["organe/PO902"]
    assert values(ministry, "remplace") == ["organe/PO911"]
    assert values(predecessor, "gouvernement") == ["organe/PO901"]
    assert values(predecessor, "remplace") == []  # the reference does not hold PO900
    organes = {iri for iri in found if iri.startswith("organe/")}
    assert organes == {"organe/PO901", "organe/PO902", "organe/PO911", "organe/PO912"}


@pytest.mark.parametrize(
    ("libelle", "abrege", "preferred", "others"),
    [
        ("Gouvernement", "EXEMPLE 1", "Gouvernement Exemple 1", ["EXEMPLE 1", "GVT"]),
        ("Gouvernement", "EXEMPLE II", "Gouvernement Exemple II", ["EXEMPLE II", "GVT"]),
        ("Gouvernement", "LE-BEAU", "Gouvernement Le-Beau", ["GVT", "LE-BEAU"]),
        (
            "Gouvernement",
            "Exemple de Dol",
            "Gouvernement Exemple de Dol",
            ["Exemple de Dol", "GVT"],
        ),
        ("Gouvernement", None, "Gouvernement", ["GVT"]),
        ("Gouvernement d'union", "UNION", "Gouvernement d'union", ["GVT", "UNION"]),
    ],
)
def test_a_government_is_called_by_what_tells_it_from_the_others(
    libelle: str, abrege: str | None, preferred: str, others: list[str]
) -> None:
    gouvernement = Organe("PO901", "GOUVERNEMENT", libelle, abrege, "GVT")
    ministere = Organe("PO913", "MINISTERE", "Ministère seul", parent="PO901")
    register = Register(Annuaire([], [], [gouvernement, ministere]))
    found = one(faits(ministere_interroge=asked("PO913")), register)["organe/PO901"]
    assert values(found, "libelle") == [preferred]
    everything = {preferred, *values(found, "autreLibelle")}
    assert everything == {libelle, preferred, *others}  # what the reference says is all there


def test_a_body_that_the_reference_lacks_keeps_the_labels_of_the_questions() -> None:
    found = one(faits(ministere_interroge=asked("PO977", "Ministère des cerises", "Cerises")))
    assert facts(found["organe/PO977"]) == {
        "identifiant": ["PO977"],
        "libelle": ["Ministère des cerises"],
        "autreLibelle": ["Cerises"],
    }


def test_a_government_that_the_reference_lacks_has_its_identifier() -> None:
    lone = Annuaire([], [], [Organe("PO913", "MINISTERE", "Ministère seul", parent="PO903")])
    found = one(faits(ministere_interroge=asked("PO913")), Register(lone))
    assert values(found["organe/PO913"], "gouvernement") == ["organe/PO903"]
    assert facts(found["organe/PO903"]) == {"identifiant": ["PO903"]}


def test_bodies_that_replace_each_other_in_a_circle_are_described_once() -> None:
    circle = [
        Organe("PO914", "MINISTERE", "Ministère A", precedent="PO915"),
        Organe("PO915", "MINISTERE", "Ministère B", precedent="PO914"),
    ]
    found = one(faits(ministere_interroge=asked("PO914")), Register(Annuaire([], [], circle)))
    assert {"organe/PO914", "organe/PO915"} <= found.keys()


def test_an_end_that_is_deduced_says_so() -> None:
    found = one(faits(ministere_interroge=asked("PO912")))
    told = {iri: (values(found[iri], "fin"), values(found[iri], "finDeduite")) for iri in found}
    assert told["organe/PO901"] == (["2022-05-19"], ["true"])
    assert told["organe/PO911"] == (["2022-05-19"], [])
    # It lasts until September 2024: the reference does not name the government that came then.
    assert told["organe/PO912"] == (["2024-09-05"], ["true"])


def test_the_group_on_the_day_of_the_question_is_described_beside_the_stated_one() -> None:
    question = faits(groupe=asked("PO921"), groupe_a_la_date=asked("PO922"))
    resource = Resource(tables.QUESTION, question)
    assert values(resource, "groupe") == ["organe/PO921"]
    assert values(resource, "groupeALaDate") == ["organe/PO922"]
    found = one(question)
    assert values(found["organe/PO922"], "libelle") == ["Groupe du Potager"]
    assert "organe/PO921" in found


def test_a_ministry_has_its_portfolios_with_and_without_the_reference() -> None:
    question = faits(ministere_interroge=asked("PO801854", "Ministère de l'intérieur"))
    for register in (Register(), Register(ANNUAIRE)):
        found = described([question], register)
        portfolios = ["portefeuille/interieur", "portefeuille/outre-mer"]
        assert values(found["organe/PO801854"], "portefeuille") == portfolios
        for iri in portfolios:
            assert values(found[iri], "dansSchema") == ["portefeuilles"]
        assert values(found["portefeuille/interieur"], "libelle") == ["Intérieur"]
        assert values(found["portefeuilles"], "libelle") == ["Portefeuilles ministériels"]


def test_without_portfolios_there_is_no_list_of_them() -> None:
    assert "portefeuilles" not in one(faits(ministere_interroge=asked("PO912")))


# -- The whole ------------------------------------------------------------------------------------

QUESTIONS = (
    faits(
        1,
        auteur=by(nom="Eve Lepine"),
        mandat="PM801",
        groupe=asked("PO921", "Verger et Potager", "V&P"),
        ministere_interroge=asked("PO912", "Ministère des pigeons"),
        groupe_a_la_date=asked("PO921"),
    ),
    faits(
        2,
        auteur=by("PA799", nom="Rose Prunier"),
        mandat="PM801",
        groupe=asked("PO921", "Le Verger", "V"),
        ministere_interroge=asked("PO977", "Ministère des cerises"),
        attribution=(
            Attribution(asked("PO912", "Ministère des mésanges"), info_jo=InfoJO(page=3)),
        ),
    ),
    faits(
        3,
        auteur=by("PA799", nom="Rose Prunier-Pommier", civilite="Mme"),
        mandat="PM899",
        groupe=Organisme(16, developpe="Groupe du Buisson"),
        ministere_interroge=asked("PO977", "Ministère des griottes"),
    ),
    faits(
        4,
        auteur=by("PA702"),
        mandat="PM899",
        groupe=Organisme(16, developpe="Groupe du buisson", abrege="GB"),
        ministere_interroge=Organisme(16, abrege="Cerises"),
        circonscription=Circonscription("2A", 1),
    ),
)


def written(questions: Sequence[Faits]) -> str:
    """Questions, sources and what they share, in Turtle: the shared part depends on no order."""
    found = described(questions, Register(ANNUAIRE, WIKIDATA))
    return TurtleWriter(iris.DEFAULT_BASE).header() + "".join(rendered(found.values(), "ttl"))


def test_the_order_of_the_questions_does_not_matter() -> None:
    assert len({written(order) for order in permutations(QUESTIONS)}) == 1


def test_how_the_questions_are_shared_out_does_not_matter() -> None:
    together = Register(ANNUAIRE, WIKIDATA)
    together.merge(noted(QUESTIONS))
    merged = Register(ANNUAIRE, WIKIDATA)
    for share in (QUESTIONS[2::3], QUESTIONS[1::3], QUESTIONS[::3]):
        merged.merge(pickle.loads(pickle.dumps(noted(share))))  # noqa: S301
    assert all_text(merged) == all_text(together)


def all_text(register: Register) -> list[str]:
    return rendered(described([], register).values(), "ttl")


def test_what_is_described_conforms(tmp_path: Path) -> None:
    questions = [Resource(tables.QUESTION, question) for question in QUESTIONS]
    sources = [Resource(tables.SOURCE, source) for source in QUESTIONS[0].sources]
    (text,) = rendered([*questions, *sources], "ttl")
    path = tmp_path / "questions.ttl"
    path.write_text(written(QUESTIONS) + text, encoding="utf-8")
    findings = validate(load_data([path]), load_shapes(strict=True))
    assert [f for f in findings if f.severity is Severity.ERROR] == []
    assert {f.code for f in findings} == set()


# -- Sources --------------------------------------------------------------------------------------


def test_a_question_names_every_document_and_the_same_one_once() -> None:
    twice = faits(sources=(SOURCE, OTHER_SOURCE, Source("copie.zip", SOURCE.sha256)))
    named = values(Resource(tables.QUESTION, twice), "source")
    assert named == [iris.source(SOURCE.sha256), iris.source(OTHER_SOURCE.sha256)]
