BASE <https://w3id.org/questions-parlementaires/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <circonscription/79-02> rdfs:label ?avant }
INSERT { <circonscription/79-02> rdfs:label "Sample"@en }
WHERE { <circonscription/79-02> rdfs:label ?avant }
