BASE <https://w3id.org/questions-parlementaires/>

DELETE { <groupe-similaire/QANR5L17QE9001> ?p ?o }
INSERT { <groupe-similaire/1> ?p ?o }
WHERE { <groupe-similaire/QANR5L17QE9001> ?p ?o }
