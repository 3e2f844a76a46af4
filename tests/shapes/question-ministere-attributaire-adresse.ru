BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:ministereAttributaire <organe/PO900010> }
INSERT { <question/QANR5L17QE9001> qp:ministereAttributaire <ministere/Santé> . <ministere/Santé> ?p ?o }
WHERE { <organe/PO900010> ?p ?o }
