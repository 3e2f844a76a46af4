BASE <https://w3id.org/questions-parlementaires/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA { <question/QANR5L16QE9005#cloture-2024-06-11> a prov:Activity }
