BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE WHERE { <groupe-similaire/QANR5L17QE9001> qp:nombreQuestions ?avant }
