BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <acteur/PA900001> dcterms:identifier ?avant }
INSERT { <acteur/PA900001> dcterms:identifier "900001" }
WHERE { <acteur/PA900001> dcterms:identifier ?avant }
