BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT DATA { <question/QANR5L17QE9002#reponse> qp:texteHTML "<p>Autre</p>"^^rdf:HTML }
