BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QG9009> qp:dateSeance ?avant }
INSERT { <question/QANR5L17QG9009> qp:dateSeance "hier" }
WHERE { <question/QANR5L17QG9009> qp:dateSeance ?avant }
