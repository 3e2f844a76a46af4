BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <question/QANR5L17QE9001> dcterms:title ?avant }
INSERT { <question/QANR5L17QE9001> dcterms:title "Sample"@en }
WHERE { <question/QANR5L17QE9001> dcterms:title ?avant }
