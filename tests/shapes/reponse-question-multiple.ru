BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QE9003#reponse> qp:repondA <question/QANR5L14QE9008> .
    <question/QANR5L14QE9008> qp:reponse <question/QANR5L17QE9003#reponse> }
