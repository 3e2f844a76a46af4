BASE <https://w3id.org/questions-parlementaires/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE WHERE { <regle/ran-135-al6-2014> rdfs:label ?valeur }
