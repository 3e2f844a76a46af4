BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <organe/PO900011> qp:finDeduite ?avant }
INSERT { <organe/PO900011> qp:finDeduite false }
WHERE { <organe/PO900011> qp:finDeduite ?avant }
