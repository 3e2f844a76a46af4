BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:legislature <legislature/17> }
INSERT { <question/QANR5L17QE9001> qp:legislature <legislature/dix-sept> . <legislature/dix-sept> ?p ?o }
WHERE { <legislature/17> ?p ?o }
