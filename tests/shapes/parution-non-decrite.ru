BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:publieDans ?avant }
INSERT { <question/QANR5L17QE9001> qp:publieDans <jo/questions-an/2026-09-08> }
WHERE { <question/QANR5L17QE9001> qp:publieDans ?avant }
