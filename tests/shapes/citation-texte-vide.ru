BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX schema: <https://schema.org/>

DELETE { <question/QANR5L17QE9001#citation-1> schema:text ?avant }
INSERT { <question/QANR5L17QE9001#citation-1> schema:text " "@fr }
WHERE { <question/QANR5L17QE9001#citation-1> schema:text ?avant }
