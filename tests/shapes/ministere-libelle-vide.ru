BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <ministere/affaires-fictives> skos:prefLabel ?avant }
INSERT { <ministere/affaires-fictives> skos:prefLabel " "@fr }
WHERE { <ministere/affaires-fictives> skos:prefLabel ?avant }
