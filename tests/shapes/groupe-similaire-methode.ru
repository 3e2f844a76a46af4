BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <groupe-similaire/QANR5L17QE9001> qp:methode ?avant }
INSERT { <groupe-similaire/QANR5L17QE9001> qp:methode qp:TexteIdentique }
WHERE { <groupe-similaire/QANR5L17QE9001> qp:methode ?avant }
