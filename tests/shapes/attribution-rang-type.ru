BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001#attribution-2026-09-01> qp:rang ?avant }
INSERT { <question/QANR5L17QE9001#attribution-2026-09-01> qp:rang 12.5 }
WHERE { <question/QANR5L17QE9001#attribution-2026-09-01> qp:rang ?avant }
