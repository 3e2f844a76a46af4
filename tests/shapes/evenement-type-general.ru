BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX prov: <http://www.w3.org/ns/prov#>

INSERT DATA { <question/QANR5L17QE9003#renouvellement-2025-03-04> a qp:Renouvellement , prov:Activity }
