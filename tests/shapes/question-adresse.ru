BASE <https://w3id.org/questions-parlementaires/>


DELETE { <question/QANR5L17QG9011> ?p ?o }
INSERT { <question/9011> ?p ?o }
WHERE { <question/QANR5L17QG9011> ?p ?o }
