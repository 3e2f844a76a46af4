BASE <https://w3id.org/questions-parlementaires/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE { <acteur/PA900001> owl:sameAs ?avant }
INSERT { <acteur/PA900001> owl:sameAs <https://www.wikidata.org/wiki/Q900001> }
WHERE { <acteur/PA900001> owl:sameAs ?avant }
