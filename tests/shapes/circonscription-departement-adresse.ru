BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <circonscription/79-02> qp:departement <departement/79> }
INSERT { <circonscription/79-02> qp:departement <departement/deux-sevres> . <departement/deux-sevres> ?p ?o }
WHERE { <departement/79> ?p ?o }
