BASE <https://w3id.org/questions-parlementaires/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE { <question/QANR5L17QE9001> prov:wasDerivedFrom <source/sha256-00000000000a9001> }
INSERT { <question/QANR5L17QE9001> prov:wasDerivedFrom <source/archive> . <source/archive> ?p ?o }
WHERE { <source/sha256-00000000000a9001> ?p ?o }
