BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE WHERE { <acteur/nom/14-79-alix-specimen> foaf:name ?valeur }
