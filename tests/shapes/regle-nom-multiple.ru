BASE <https://w3id.org/questions-parlementaires/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <regle/ran-135-al6-2014> rdfs:label "Autre"@fr }
