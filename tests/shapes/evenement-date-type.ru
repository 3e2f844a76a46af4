BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QOSD9010#attribution-2025-10-07> qp:date ?avant }
INSERT { <question/QANR5L17QOSD9010#attribution-2025-10-07> qp:date "hier" }
WHERE { <question/QANR5L17QOSD9010#attribution-2025-10-07> qp:date ?avant }
