BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <rubrique/agriculture> skos:inScheme <rubriques> }
INSERT { <rubrique/agriculture> skos:inScheme <liste-des-rubriques> . <liste-des-rubriques> ?p ?o }
WHERE { <rubriques> ?p ?o }
