BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QE9001#attribution-2026-09-01> qp:ministere <organe/PO900011> }
