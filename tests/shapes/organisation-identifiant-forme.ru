BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <organe/PO900001> dcterms:identifier ?avant }
INSERT { <organe/PO900001> dcterms:identifier "900001" }
WHERE { <organe/PO900001> dcterms:identifier ?avant }
