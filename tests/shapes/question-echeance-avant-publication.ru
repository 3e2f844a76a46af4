BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <question/QANR5L17QE9001> qp:echeance ?avant }
INSERT { <question/QANR5L17QE9001> qp:echeance "2026-09-01"^^xsd:date }
WHERE { <question/QANR5L17QE9001> qp:echeance ?avant }
