BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE WHERE { <jo/questions-an/2026-09-01> dcterms:title ?valeur }
