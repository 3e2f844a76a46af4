BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L16QE9005> qp:statut ?avant }
INSERT { <question/QANR5L16QE9005> qp:statut qp:Cloturee }
WHERE { <question/QANR5L16QE9005> qp:statut ?avant }
