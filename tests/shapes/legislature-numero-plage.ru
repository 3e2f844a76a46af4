BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <legislature/16> qp:numero ?avant }
INSERT { <legislature/16> qp:numero 0 }
WHERE { <legislature/16> qp:numero ?avant }
