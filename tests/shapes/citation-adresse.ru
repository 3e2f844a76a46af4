BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:citation <question/QANR5L17QE9001#citation-2> . <question/QANR5L17QE9001#citation-2> ?p ?o }
INSERT { <question/QANR5L17QE9001> qp:citation <question/QANR5L17QE9001#loi> . <question/QANR5L17QE9001#loi> ?p ?o }
WHERE { <question/QANR5L17QE9001#citation-2> ?p ?o }
