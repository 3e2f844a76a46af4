BASE <https://w3id.org/questions-parlementaires/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE WHERE { <question/QANR5L17QE9001> prov:wasDerivedFrom ?valeur }
