BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <reponse-commune/2025-04-22-00000000000a9002> qp:datePublication "2025-04-23"^^xsd:date }
