BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <organe/PO900010> qp:debut ?avant }
INSERT { <organe/PO900010> qp:debut "2025-10"^^xsd:gYearMonth }
WHERE { <organe/PO900010> qp:debut ?avant }
