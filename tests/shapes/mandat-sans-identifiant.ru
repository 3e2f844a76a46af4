BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE WHERE { <mandat/PM900001> dcterms:identifier ?valeur }
