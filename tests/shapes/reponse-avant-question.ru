BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <question/QANR5L17QE9003#reponse> qp:datePublication ?avant }
INSERT { <question/QANR5L17QE9003#reponse> qp:datePublication "2025-01-28"^^xsd:date }
WHERE { <question/QANR5L17QE9003#reponse> qp:datePublication ?avant }
