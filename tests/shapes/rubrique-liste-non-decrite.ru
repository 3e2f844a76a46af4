BASE <https://w3id.org/questions-parlementaires/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <rubrique/agriculture> skos:inScheme ?avant }
INSERT { <rubrique/agriculture> skos:inScheme <http://exemple.invalid/rubriques> }
WHERE { <rubrique/agriculture> skos:inScheme ?avant }
