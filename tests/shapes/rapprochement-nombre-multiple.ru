BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <groupe-similaire/QANR5L17QE9001> qp:nombreQuestions 3 }
