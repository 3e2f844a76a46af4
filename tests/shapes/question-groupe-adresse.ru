BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:groupe <organe/PO900001> }
INSERT { <question/QANR5L17QE9001> qp:groupe <organe/900001> . <organe/900001> ?p ?o }
WHERE { <organe/PO900001> ?p ?o }
