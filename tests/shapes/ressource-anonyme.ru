PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA { [] a foaf:Person ; foaf:name "Camille Exemple" }
