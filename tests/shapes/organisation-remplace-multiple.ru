BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA { <organe/PO900010> dcterms:replaces <organe/PO900001> }
