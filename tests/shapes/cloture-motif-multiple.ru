BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L16QE9005#cloture-2024-06-11> qp:motifCloture "Autre"@fr }
