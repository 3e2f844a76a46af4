BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QE9003> qp:evenement <question/QANR5L17QE9002#cloture-2025-04-22> }
