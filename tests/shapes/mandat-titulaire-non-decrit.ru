BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

DELETE { <mandat/PM900001> org:member ?avant }
INSERT { <mandat/PM900001> org:member <acteur/PA900099> }
WHERE { <mandat/PM900001> org:member ?avant }
