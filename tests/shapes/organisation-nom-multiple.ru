BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <organe/PO900001> skos:prefLabel "Autre"@fr }
