BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { <question/QANR5L17QE9001> foaf:page ?avant }
INSERT { <question/QANR5L17QE9001> foaf:page <https://www.assemblee-nationale.fr/17/questions> }
WHERE { <question/QANR5L17QE9001> foaf:page ?avant }
