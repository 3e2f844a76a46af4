BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE WHERE { <question/QANR5L17QE9001> dcterms:identifier ?valeur }
