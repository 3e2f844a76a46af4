BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE WHERE { <portefeuille/exemples> skos:inScheme ?valeur }
