BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE DATA { <question/QANR5L16QE9004#cloture-2023-05-09> a qp:Cloture }
