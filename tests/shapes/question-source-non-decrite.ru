BASE <https://w3id.org/questions-parlementaires/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE { <question/QANR5L17QE9001> prov:wasDerivedFrom ?avant }
INSERT { <question/QANR5L17QE9001> prov:wasDerivedFrom <source/sha256-00000000000a9099> }
WHERE { <question/QANR5L17QE9001> prov:wasDerivedFrom ?avant }
