BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <question/QANR5L17QE9001> dcterms:identifier ?avant }
INSERT { <question/QANR5L17QE9001> dcterms:identifier "QANR5L17QG9001" }
WHERE { <question/QANR5L17QE9001> dcterms:identifier ?avant }
