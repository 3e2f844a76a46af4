BASE <https://w3id.org/questions-parlementaires/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA { <groupe-similaire/QANR5L17QE9001> prov:hadMember <question/QANR5L17QE9001> }
