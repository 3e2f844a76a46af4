BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <question/QANR5L17QE9001#renouvellement-2026-10-06> qp:date ?avant }
INSERT { <question/QANR5L17QE9001#renouvellement-2026-10-06> qp:date "2026-08-25"^^xsd:date }
WHERE { <question/QANR5L17QE9001#renouvellement-2026-10-06> qp:date ?avant }
