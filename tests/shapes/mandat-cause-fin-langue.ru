BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <mandat/PM900003> qp:causeFin ?avant }
INSERT { <mandat/PM900003> qp:causeFin "Resignation"@en }
WHERE { <mandat/PM900003> qp:causeFin ?avant }
