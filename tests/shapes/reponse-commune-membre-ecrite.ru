BASE <https://w3id.org/questions-parlementaires/>
PREFIX prov: <http://www.w3.org/ns/prov#>

INSERT DATA { <reponse-commune/2025-04-22-00000000000a9002> prov:hadMember <question/QANR5L17QG9009> }
