BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <rubrique/agriculture> skos:prefLabel ?avant }
INSERT { <rubrique/agriculture> skos:prefLabel "Sample"@en }
WHERE { <rubrique/agriculture> skos:prefLabel ?avant }
