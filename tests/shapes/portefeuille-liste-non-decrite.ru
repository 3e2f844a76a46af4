BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <portefeuille/exemples> skos:inScheme ?avant }
INSERT { <portefeuille/exemples> skos:inScheme <autres/portefeuilles> }
WHERE { <portefeuille/exemples> skos:inScheme ?avant }
