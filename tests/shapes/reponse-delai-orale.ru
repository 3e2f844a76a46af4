BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QG9009#reponse> qp:delaiJours 0 }
