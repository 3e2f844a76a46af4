"""The site's XML of one question: what it says is what the open data says, and a little more."""

import msgspec
import pytest

from built import SHARED
from questions_rdf.problems import Problem
from questions_rdf.readers import opendata_xml, site_xml
from questions_rdf.records import Circonscription, Personne, Question, TypeJO
from reading import FIXTURES, codes, problems, question, questions, results

REAL = SHARED / "data" / "vue-xml" / "14-47351QE.xml"
RECONSTRUCTED = SHARED / "data" / "reconstructed"
absent = pytest.mark.skipif(
    not REAL.is_file(), reason="the site's XML is not beside the project (../shared/data)"
)
SITE = (FIXTURES / "site_xml" / "reattribuee-renouvelee-repondue" / "source.xml").read_text("utf-8")


@absent
def test_the_real_question_is_read_without_a_problem() -> None:
    (found,) = results(REAL.read_bytes())
    assert not isinstance(found, Problem)
    real = found.question
    assert real.uid == "QANR5L14QE47351"
    assert real.auteur == Personne(
        legislature=14,
        identifiant="PA923",
        nom="François Cornut-Gentille",
        prenom="François",
        nom_de_famille="Cornut-Gentille",
        civilite="M.",
        departement="52",
    )
    assert real.circonscription == Circonscription("52", 2)
    first, second = real.attribution
    assert first.info_jo.type_jo is TypeJO.QUESTIONS
    assert second.info_jo.type_jo is TypeJO.LOIS_ET_DECRETS
    assert [one.info_jo.numero for one in real.renouvellement] == [15]
    assert (real.signalement, real.erratum) == ((), ())
    ((answer,),) = (one.versions for one in real.reponse)
    assert "AMX30B2 DT (char télécommandé, équipé d'outils de déminage" in answer.texte
    assert "| 194\u00a0588\n" in answer.texte
    assert answer.texte_html is not None
    assert '<th rowspan="2">TYPE DE MATÉRIEL</th>' in answer.texte_html


@absent
@pytest.mark.parametrize("layout", ["xv", "xvi"])
def test_the_real_question_is_that_of_the_open_data_but_for_what_each_does_not_state(
    layout: str,
) -> None:
    official = question((RECONSTRUCTED / f"QANR5L14QE47351.{layout}-layout.json").read_bytes())
    assert _without_names_and_seat(question(REAL.read_bytes())) == _without_answer_issue(official)


def _without_names_and_seat(stated: Question) -> Question:
    """The site alone states the author's names and seat."""
    assert stated.auteur is not None
    bare = Personne(legislature=stated.legislature, identifiant=stated.auteur.identifiant)
    return msgspec.structs.replace(stated, auteur=bare, circonscription=None, departement=None)


def _without_answer_issue(stated: Question) -> Question:
    """The open data alone states the issue number of the Journal officiel for the answer."""
    (answer,) = stated.reponse
    info_jo = msgspec.structs.replace(answer.info_jo, numero=None)
    versions = tuple(msgspec.structs.replace(one, info_jo=info_jo) for one in answer.versions)
    return msgspec.structs.replace(stated, reponse=(type(answer)(versions, info_jo),))


def test_each_reader_takes_its_own_layout() -> None:
    assert site_xml.sniff(SITE)
    assert not opendata_xml.sniff(SITE)
    assert not site_xml.sniff("<question/>")
    assert not site_xml.sniff("<?xml version='1.0'?><html><QUESTION>")


def test_several_files_one_behind_the_other_are_several_questions() -> None:
    other = SITE.replace('NUMERO="701"', 'NUMERO="702"')
    assert [one.numero for one in questions(SITE + other)] == [701, 702]
    assert codes(SITE + "des mots" + other) == ["xml-illisible"]


def test_orders_are_by_number_not_by_place() -> None:
    turned = SITE.replace('NUMERO="1"', 'NUMERO="9"')
    before, after = question(SITE), question(turned)
    assert after.attribution == (*before.attribution[1:], before.attribution[0])
    assert after.renouvellement == before.renouvellement[::-1]


@pytest.mark.parametrize(
    ("code", "label", "expected"),
    [
        ("39", "Jura", "39"),
        ("1", "Ain", "01"),
        ("01", "", "01"),
        ("2b", "Haute-Corse", "2B"),
        ("02A", "", "2A"),
        ("99", "Français établis hors de France", "099"),
        ("099", "", "099"),
        ("", "Français établis hors de France", "099"),
        ("971", "Guadeloupe", "971"),
        ("0975", "", "975"),
        ("400", "Wallis-et-Futuna", "986"),
    ],
)
def test_a_departement_is_known_by_its_code_else_by_its_name(
    code: str, label: str, expected: str
) -> None:
    data = SITE.replace("<CODE_DEPARTEMENT>39<", f"<CODE_DEPARTEMENT>{code}<")
    data = data.replace("<DEPARTEMENT>Jura<", f"<DEPARTEMENT>{label}<")
    assert question(data).departement == expected
    assert question(data).circonscription == Circonscription(expected, 2)


def test_an_unknown_departement_and_a_constituency_of_none_are_said() -> None:
    unknown = SITE.replace(">39<", ">00<").replace(">Jura<", "><")
    assert codes(unknown) == ["departement-inconnu"]
    none = SITE.replace('NUMERO_CIRCONSCRIPTION="2"', 'NUMERO_CIRCONSCRIPTION="zéro"')
    assert codes(none) == ["circonscription-illisible"]
    assert (question(none).departement, question(none).circonscription) == ("39", None)


def test_the_region_is_left_out_and_nothing_else() -> None:
    assert codes(SITE) == []
    for element in ("AUTEUR", "GROUPE", "CIRCONSCRIPTION", "MINI", "CLOTURE", "REPONSE"):
        (problem,) = problems(SITE.replace(f"</{element}>", f"<NEUF>x</NEUF></{element}>"))
        assert (problem.code, problem.origin.path) == ("champ-inconnu", f"QUESTION.{element}.NEUF")


def test_identifiers_may_have_their_letters_already() -> None:
    assert question(SITE.replace(">900001<", ">PA900001<", 1)) == question(SITE)
