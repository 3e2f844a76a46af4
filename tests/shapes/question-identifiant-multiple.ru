BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA { <question/QANR5L17QE9001> dcterms:identifier "QANR5L17QE9099" }
