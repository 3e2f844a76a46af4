BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <groupe-similaire/QANR5L17QE9001> qp:similarite ?avant }
INSERT { <groupe-similaire/QANR5L17QE9001> qp:similarite 0.499 }
WHERE { <groupe-similaire/QANR5L17QE9001> qp:similarite ?avant }
