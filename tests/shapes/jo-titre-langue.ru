BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <jo/questions-an/2026-09-01> dcterms:title ?avant }
INSERT { <jo/questions-an/2026-09-01> dcterms:title "Sample"@en }
WHERE { <jo/questions-an/2026-09-01> dcterms:title ?avant }
