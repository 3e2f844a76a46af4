BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <mandat/PM900002> qp:debut "2022-06-19"^^xsd:date ; qp:fin "2022-06-18"^^xsd:date
}
