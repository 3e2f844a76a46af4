BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE DATA { <question/QANR5L17QE9002#attribution-2025-02-04> a qp:Attribution }
