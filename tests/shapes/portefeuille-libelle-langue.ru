BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <portefeuille/exemples> skos:prefLabel ?avant }
INSERT { <portefeuille/exemples> skos:prefLabel "Samples"@en }
WHERE { <portefeuille/exemples> skos:prefLabel ?avant }
