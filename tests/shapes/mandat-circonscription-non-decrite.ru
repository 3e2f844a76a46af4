BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <mandat/PM900001> qp:circonscription ?avant }
INSERT { <mandat/PM900001> qp:circonscription <circonscription/79-03> }
WHERE { <mandat/PM900001> qp:circonscription ?avant }
