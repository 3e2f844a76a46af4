BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QG9011> qp:datePublication ?avant }
INSERT { <question/QANR5L17QG9011> qp:datePublication "6 octobre 2026" }
WHERE { <question/QANR5L17QG9011> qp:datePublication ?avant }
