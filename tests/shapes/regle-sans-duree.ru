BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE WHERE { <regle/ran-135-al6-2014> qp:duree ?valeur }
