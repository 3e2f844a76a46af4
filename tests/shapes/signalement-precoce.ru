BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <question/QANR5L17QE9002#signalement-2025-04-01> qp:date ?jour ; qp:dateDepot ?depot }
INSERT { <question/QANR5L17QE9002#signalement-2025-04-01> qp:date "2025-03-04"^^xsd:date ; qp:dateDepot "2025-03-03"^^xsd:date }
WHERE { <question/QANR5L17QE9002#signalement-2025-04-01> qp:date ?jour ; qp:dateDepot ?depot }
