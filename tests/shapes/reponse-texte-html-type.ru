BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9002#reponse> qp:texteHTML ?avant }
INSERT { <question/QANR5L17QE9002#reponse> qp:texteHTML "<p>Texte</p>" }
WHERE { <question/QANR5L17QE9002#reponse> qp:texteHTML ?avant }
