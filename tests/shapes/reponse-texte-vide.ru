BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

DELETE { <question/QANR5L17QE9003#reponse> schema:text ?avant }
INSERT { <question/QANR5L17QE9003#reponse> schema:text " "@fr }
WHERE { <question/QANR5L17QE9003#reponse> schema:text ?avant }
