BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <source/sha256-00000000000a9001> dcterms:title ?avant }
INSERT { <source/sha256-00000000000a9001> dcterms:title "texte"@fr }
WHERE { <source/sha256-00000000000a9001> dcterms:title ?avant }
