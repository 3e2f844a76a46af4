BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX prov: <http://www.w3.org/ns/prov#>

INSERT DATA {
<evenement/9003> a qp:Renouvellement , qp:Evenement , prov:Activity .
<question/QANR5L17QE9003> qp:evenement <evenement/9003> .
}
