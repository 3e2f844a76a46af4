BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <organe/PO900011> qp:fin ?avant }
INSERT { <organe/PO900011> qp:fin "2024-09-22"^^xsd:date }
WHERE { <organe/PO900011> qp:fin ?avant }
