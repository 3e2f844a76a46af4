BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <portefeuille/exemples> skos:inScheme <portefeuilles> }
INSERT { <portefeuille/exemples> skos:inScheme <liste-des-portefeuilles> . <liste-des-portefeuilles> ?p ?o }
WHERE { <portefeuilles> ?p ?o }
