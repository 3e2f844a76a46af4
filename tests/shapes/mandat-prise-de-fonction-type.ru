BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <mandat/PM900001> qp:priseDeFonction ?avant }
INSERT { <mandat/PM900001> qp:priseDeFonction "2025-01-24T00:00:00"^^xsd:dateTime }
WHERE { <mandat/PM900001> qp:priseDeFonction ?avant }
