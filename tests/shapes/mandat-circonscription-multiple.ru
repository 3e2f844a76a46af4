BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <mandat/PM900001> qp:circonscription <circonscription/2A-01> }
