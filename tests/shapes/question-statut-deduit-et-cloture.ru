BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX prov: <http://www.w3.org/ns/prov#>

INSERT DATA {
  <question/QANR5L16QE9006> qp:evenement <question/QANR5L16QE9006#cloture-sans-date> .
  <question/QANR5L16QE9006#cloture-sans-date> a qp:Cloture , qp:Evenement , prov:Activity
}
