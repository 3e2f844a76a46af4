BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA { <source/sha256-00000000000a9001> dcterms:title "autre.json" }
