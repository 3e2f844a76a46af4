BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <reponse-commune/2025-04-22-00000000000a9002> qp:datePublication ?avant }
INSERT { <reponse-commune/2025-04-22-00000000000a9002> qp:datePublication "22 avril 2025" }
WHERE { <reponse-commune/2025-04-22-00000000000a9002> qp:datePublication ?avant }
