BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L16QE9005> qp:statutDeduit false }
