BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:circonscription <circonscription/79-02> }
INSERT { <question/QANR5L17QE9001> qp:circonscription <circonscription/79-deux> . <circonscription/79-deux> ?p ?o }
WHERE { <circonscription/79-02> ?p ?o }
