BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA { <acteur/PA900001> foaf:page <https://www.assemblee-nationale.fr/dyn/deputes/PA900098> }
