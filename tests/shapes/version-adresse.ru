BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX schema: <https://schema.org/>

INSERT DATA {
<texte/9001> a qp:VersionTexte ; schema:text "Texte."@fr .
<question/QANR5L17QE9001> qp:versionAnterieure <texte/9001> .
}
