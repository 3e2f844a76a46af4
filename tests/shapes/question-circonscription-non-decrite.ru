BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:circonscription ?avant }
INSERT { <question/QANR5L17QE9001> qp:circonscription <circonscription/79-09> }
WHERE { <question/QANR5L17QE9001> qp:circonscription ?avant }
