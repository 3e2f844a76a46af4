BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX schema: <https://schema.org/>

INSERT DATA {
<question/QANR5L17QE9099#reponse> a qp:Reponse , schema:Answer ;
    qp:repondA <question/QANR5L17QE9099> ;
    schema:text "Réponse."@fr ;
    qp:datePublication "2025-04-01"^^xsd:date .
<question/QANR5L17QE9099> qp:reponse <question/QANR5L17QE9099#reponse> .
}
