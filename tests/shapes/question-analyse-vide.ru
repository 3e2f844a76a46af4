BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9002> qp:analyse ?avant }
INSERT { <question/QANR5L17QE9002> qp:analyse " "@fr }
WHERE { <question/QANR5L17QE9002> qp:analyse ?avant }
