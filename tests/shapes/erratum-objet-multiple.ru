BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QE9001#erratum-2026-09-15> qp:corrige <question/QANR5L17QE9002> }
