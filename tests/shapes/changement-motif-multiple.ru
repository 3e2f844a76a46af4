BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QE9002#attribution-2025-02-04> qp:motif qp:Remaniement }
