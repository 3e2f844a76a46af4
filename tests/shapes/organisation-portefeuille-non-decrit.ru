BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <organe/PO900010> qp:portefeuille ?avant }
INSERT { <organe/PO900010> qp:portefeuille <portefeuille/inconnu> }
WHERE { <organe/PO900010> qp:portefeuille ?avant }
