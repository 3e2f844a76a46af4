BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <legislature/16> qp:fin ?avant }
INSERT { <legislature/16> qp:fin "2022-01-01"^^xsd:date }
WHERE { <legislature/16> qp:fin ?avant }
