BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <mandat/PM900001> dcterms:identifier ?avant }
INSERT { <mandat/PM900001> dcterms:identifier "900001" }
WHERE { <mandat/PM900001> dcterms:identifier ?avant }
