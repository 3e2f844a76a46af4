BASE <https://w3id.org/questions-parlementaires/>

DELETE { <reponse-commune/2025-04-22-00000000000a9002> ?p ?o }
INSERT { <reponse-commune/2025-04-22> ?p ?o }
WHERE { <reponse-commune/2025-04-22-00000000000a9002> ?p ?o }
