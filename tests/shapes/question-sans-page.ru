BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE WHERE { <question/QANR5L17QE9001> foaf:page ?valeur }
