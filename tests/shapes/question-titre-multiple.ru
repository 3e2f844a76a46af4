BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA { <question/QANR5L17QE9001> dcterms:title "Autre titre"@fr }
