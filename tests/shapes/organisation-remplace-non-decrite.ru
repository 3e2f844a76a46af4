BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <organe/PO900010> dcterms:replaces ?avant }
INSERT { <organe/PO900010> dcterms:replaces <organe/PO900099> }
WHERE { <organe/PO900010> dcterms:replaces ?avant }
