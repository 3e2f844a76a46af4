BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA { <question/QANR5L17QE9001> foaf:page <https://www.assemblee-nationale.fr/dyn/17/questions/QANR5L17QE9099> }
