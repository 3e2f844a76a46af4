BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { <question/QANR5L17QE9002#attribution-2025-02-04> foaf:page ?avant }
INSERT { <question/QANR5L17QE9002#attribution-2025-02-04> foaf:page "voir Légifrance" }
WHERE { <question/QANR5L17QE9002#attribution-2025-02-04> foaf:page ?avant }
