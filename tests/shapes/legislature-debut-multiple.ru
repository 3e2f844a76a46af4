BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <legislature/17> qp:debut "2024-07-19"^^xsd:date }
