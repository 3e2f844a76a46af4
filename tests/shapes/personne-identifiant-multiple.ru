BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA { <acteur/PA900001> dcterms:identifier "PA900098" }
