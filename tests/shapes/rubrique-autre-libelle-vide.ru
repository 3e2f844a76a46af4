BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <rubrique/agriculture> skos:altLabel ?avant }
INSERT { <rubrique/agriculture> skos:altLabel " "@fr }
WHERE { <rubrique/agriculture> skos:altLabel ?avant }
