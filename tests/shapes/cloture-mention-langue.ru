BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L16QE9005#cloture-2024-06-11> qp:mention ?avant }
INSERT { <question/QANR5L16QE9005#cloture-2024-06-11> qp:mention "Sample"@en }
WHERE { <question/QANR5L16QE9005#cloture-2024-06-11> qp:mention ?avant }
