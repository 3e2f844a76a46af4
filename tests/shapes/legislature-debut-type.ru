BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <legislature/17> qp:debut ?avant }
INSERT { <legislature/17> qp:debut "hier" }
WHERE { <legislature/17> qp:debut ?avant }
