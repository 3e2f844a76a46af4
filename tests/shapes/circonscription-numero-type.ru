BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <circonscription/79-02> qp:numero ?avant }
INSERT { <circonscription/79-02> qp:numero 12.5 }
WHERE { <circonscription/79-02> qp:numero ?avant }
