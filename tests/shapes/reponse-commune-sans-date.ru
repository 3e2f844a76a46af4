BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE WHERE { <reponse-commune/2025-04-22-00000000000a9002> qp:datePublication ?avant }
