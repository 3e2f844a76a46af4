BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <circonscription/79-02> qp:departement ?avant }
INSERT { <circonscription/79-02> qp:departement <departement/99> }
WHERE { <circonscription/79-02> qp:departement ?avant }
