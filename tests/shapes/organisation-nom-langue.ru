BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <organe/PO900001> skos:prefLabel ?avant }
INSERT { <organe/PO900001> skos:prefLabel "Sample"@en }
WHERE { <organe/PO900001> skos:prefLabel ?avant }
