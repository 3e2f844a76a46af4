BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001#citation-1> qp:extraitDe ?avant }
INSERT { <question/QANR5L17QE9001#citation-1> qp:extraitDe <question/QANR5L17QE9001#reponse> }
WHERE { <question/QANR5L17QE9001#citation-1> qp:extraitDe ?avant }
