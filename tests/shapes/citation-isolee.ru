BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX schema: <https://schema.org/>

INSERT DATA {
  <question/QANR5L17QE9001#citation-3> a qp:Citation , schema:CreativeWork ;
    schema:text "arrêté du 26 avril 1999"@fr ; qp:extraitDe <question/QANR5L17QE9001> ; qp:genreCitation qp:Arrete .
}
