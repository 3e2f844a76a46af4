BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <question/QANR5L17QE9001> qp:echeance ?avant }
INSERT { <question/QANR5L17QE9001> qp:echeance "2026-11-01T00:00:00"^^xsd:dateTime }
WHERE { <question/QANR5L17QE9001> qp:echeance ?avant }
