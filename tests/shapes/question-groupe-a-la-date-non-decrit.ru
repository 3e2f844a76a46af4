BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:groupeALaDate ?avant }
INSERT { <question/QANR5L17QE9001> qp:groupeALaDate <organe/PO900099> }
WHERE { <question/QANR5L17QE9001> qp:groupeALaDate ?avant }
