BASE <https://w3id.org/questions-parlementaires/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { <acteur/PA900001> owl:sameAs <http://www.wikidata.org/entity/Q900002> }
