BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

INSERT DATA { <question/QANR5L17QE9003#reponse> schema:text "Autre texte."@fr }
