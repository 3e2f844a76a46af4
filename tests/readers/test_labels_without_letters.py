"""A label that names nothing has no IRI: it is reported, not dropped in silence."""

from pathlib import Path

from golden import built

PAGE = """17ème législature

Titre de la page

Question écrite n° 77

Texte de la question

Mme Camille Exemple interroge.

Auteur : Mme …

Rubrique : —

Ministère interrogé : …

Ministère attributaire : …

Question publiée au JO le : 7 janvier 2025, page 3
"""


def test_on_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    outcome = built(path)
    assert outcome.manifest.records.published == 1
    assert sorted(outcome.codes) == ["auteur-illisible", *["forme-inattendue"] * 3]


def test_in_the_official_json(tmp_path: Path) -> None:
    path = tmp_path / "q.json"
    path.write_text(
        '{"question": {"uid": "QANR5L17QE1", "type": "QE", "indexationAN": {"rubrique": "…"},'
        ' "minInt": {"abrege": "--"}, "textesQuestion": {"texteQuestion":'
        ' {"infoJO": {"dateJO": "2025-01-07"}, "texte": "Texte."}}}}',
        encoding="utf-8",
    )
    outcome = built(path)
    assert outcome.manifest.records.published == 1
    assert outcome.codes == ["forme-inattendue"] * 2
