BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE WHERE { <question/QANR5L17QE9001#citation-1> qp:genreCitation ?avant }
