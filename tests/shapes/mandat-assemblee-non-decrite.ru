BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

DELETE { <mandat/PM900001> org:organization ?avant }
INSERT { <mandat/PM900001> org:organization <organe/PO900099> }
WHERE { <mandat/PM900001> org:organization ?avant }
