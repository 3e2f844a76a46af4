BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:publieDans <jo/questions-an/2026-09-01> }
INSERT { <question/QANR5L17QE9001> qp:publieDans <jo/2026-09-01> . <jo/2026-09-01> ?p ?o }
WHERE { <jo/questions-an/2026-09-01> ?p ?o }
