BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:rubrique <rubrique/professions-de-sante> }
INSERT { <question/QANR5L17QE9001> qp:rubrique <rubrique/Professions_de_sante> . <rubrique/Professions_de_sante> ?p ?o }
WHERE { <rubrique/professions-de-sante> ?p ?o }
