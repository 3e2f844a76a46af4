BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <organe/PO900010> qp:portefeuille <portefeuille/exemples> }
INSERT { <organe/PO900010> qp:portefeuille <portefeuille/Exemples> . <portefeuille/Exemples> ?p ?o }
WHERE { <portefeuille/exemples> ?p ?o }
