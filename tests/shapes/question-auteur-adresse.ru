BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:auteur <acteur/PA900001> }
INSERT { <question/QANR5L17QE9001> qp:auteur <personne/900001> . <personne/900001> ?p ?o }
WHERE { <acteur/PA900001> ?p ?o }
