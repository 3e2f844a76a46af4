BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <mandat/PM900001> qp:circonscription <circonscription/79-02> }
INSERT { <mandat/PM900001> qp:circonscription <circonscription/deux-sevres-2> . <circonscription/deux-sevres-2> ?p ?o }
WHERE { <circonscription/79-02> ?p ?o }
