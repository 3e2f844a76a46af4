BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9003#reponse> qp:delaiJours ?avant }
INSERT { <question/QANR5L17QE9003#reponse> qp:delaiJours 12.5 }
WHERE { <question/QANR5L17QE9003#reponse> qp:delaiJours ?avant }
