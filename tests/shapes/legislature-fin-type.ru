BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <legislature/16> qp:fin ?avant }
INSERT { <legislature/16> qp:fin "2024-06-09T00:00:00"^^xsd:dateTime }
WHERE { <legislature/16> qp:fin ?avant }
