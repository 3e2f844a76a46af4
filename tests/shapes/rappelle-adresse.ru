BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:rappelle ?avant . <question/QANR5L17QE9001#citation-1> qp:rappelle ?avant }
INSERT { <question/QANR5L17QE9001> qp:rappelle <question/812> . <question/QANR5L17QE9001#citation-1> qp:rappelle <question/812> }
WHERE { <question/QANR5L17QE9001#citation-1> qp:rappelle ?avant }
