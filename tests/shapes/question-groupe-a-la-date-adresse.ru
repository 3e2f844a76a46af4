BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:groupeALaDate <organe/PO900002> }
INSERT { <question/QANR5L17QE9001> qp:groupeALaDate <organe/900002> . <organe/900002> ?p ?o }
WHERE { <organe/PO900002> ?p ?o }
