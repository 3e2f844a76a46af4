BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE DATA { <question/QANR5L17QG9011> a qp:Question }
