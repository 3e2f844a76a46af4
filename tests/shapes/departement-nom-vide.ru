BASE <https://w3id.org/questions-parlementaires/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <departement/79> rdfs:label ?avant }
INSERT { <departement/79> rdfs:label " "@fr }
WHERE { <departement/79> rdfs:label ?avant }
