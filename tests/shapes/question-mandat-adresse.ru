BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:mandat <mandat/PM900001> }
INSERT { <question/QANR5L17QE9001> qp:mandat <mandat/900001> . <mandat/900001> ?p ?o }
WHERE { <mandat/PM900001> ?p ?o }
