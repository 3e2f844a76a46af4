BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <question/QANR5L17QG9011> qp:datePublication "2026-10-07"^^xsd:date }
