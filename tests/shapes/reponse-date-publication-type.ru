BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QOSD9010#reponse> qp:datePublication ?avant }
INSERT { <question/QANR5L17QOSD9010#reponse> qp:datePublication "7 octobre 2025" }
WHERE { <question/QANR5L17QOSD9010#reponse> qp:datePublication ?avant }
