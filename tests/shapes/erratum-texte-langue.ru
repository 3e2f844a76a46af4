BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

DELETE { <question/QANR5L17QE9001#erratum-2026-09-15> schema:text ?avant }
INSERT { <question/QANR5L17QE9001#erratum-2026-09-15> schema:text "Sample"@en }
WHERE { <question/QANR5L17QE9001#erratum-2026-09-15> schema:text ?avant }
