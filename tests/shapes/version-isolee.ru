BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX schema: <https://schema.org/>

INSERT DATA { <question/QANR5L17QE9001#texte-2> a qp:VersionTexte ; schema:text "Texte."@fr }
