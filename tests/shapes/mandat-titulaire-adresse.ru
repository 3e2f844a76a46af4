BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

DELETE { <mandat/PM900001> org:member <acteur/PA900001> }
INSERT { <mandat/PM900001> org:member <personne/900001> . <personne/900001> ?p ?o }
WHERE { <acteur/PA900001> ?p ?o }
