BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L16QE9006#signalement-sans-date> qp:dateDepot ?avant }
INSERT { <question/QANR5L16QE9006#signalement-sans-date> qp:dateDepot "hier" }
WHERE { <question/QANR5L16QE9006#signalement-sans-date> qp:dateDepot ?avant }
