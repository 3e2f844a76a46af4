BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <question/QANR5L17QE9001#renouvellement-2026-10-06> qp:date "2026-10-13"^^xsd:date }
