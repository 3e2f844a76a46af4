BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA { <question/QANR5L17QE9002#attribution-2025-02-04> foaf:page <https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000000000002> }
