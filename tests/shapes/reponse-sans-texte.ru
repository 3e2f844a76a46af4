BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

DELETE WHERE { <question/QANR5L17QE9003#reponse> schema:text ?valeur }
