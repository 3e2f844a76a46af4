BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

DELETE DATA { <question/QANR5L17QE9003#reponse> a schema:Answer }
