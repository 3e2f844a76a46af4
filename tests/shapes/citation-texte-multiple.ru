BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX schema: <https://schema.org/>

INSERT DATA { <question/QANR5L17QE9001#citation-1> schema:text "une autre citation"@fr }
