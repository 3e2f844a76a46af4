BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <question/QANR5L17QOSD9010> dcterms:identifier ?avant }
INSERT { <question/QANR5L17QOSD9010> dcterms:identifier "QANR5L17QE9010" }
WHERE { <question/QANR5L17QOSD9010> dcterms:identifier ?avant }
