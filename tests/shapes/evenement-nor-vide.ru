BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9002#attribution-2025-02-04> qp:referenceNOR ?avant }
INSERT { <question/QANR5L17QE9002#attribution-2025-02-04> qp:referenceNOR "" }
WHERE { <question/QANR5L17QE9002#attribution-2025-02-04> qp:referenceNOR ?avant }
