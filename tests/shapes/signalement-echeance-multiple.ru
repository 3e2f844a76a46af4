BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <question/QANR5L17QE9002#signalement-2025-04-01> qp:echeance "2025-04-12"^^xsd:date }
