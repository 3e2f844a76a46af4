BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA { <organe/PO900001> dcterms:identifier "PO900098" }
