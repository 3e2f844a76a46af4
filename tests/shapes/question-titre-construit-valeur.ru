BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L16QE9006> qp:titreConstruit ?avant }
INSERT { <question/QANR5L16QE9006> qp:titreConstruit false }
WHERE { <question/QANR5L16QE9006> qp:titreConstruit ?avant }
