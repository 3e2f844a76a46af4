BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001#texte-1> qp:date ?avant }
INSERT { <question/QANR5L17QE9001#texte-1> qp:date "hier" }
WHERE { <question/QANR5L17QE9001#texte-1> qp:date ?avant }
