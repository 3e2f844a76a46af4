BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <organe/PO900010> dcterms:replaces <organe/PO900011> }
INSERT { <organe/PO900010> dcterms:replaces <ministere/modeles> . <ministere/modeles> ?p ?o }
WHERE { <organe/PO900011> ?p ?o }
