BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L14QE9008> qp:regle <regle/ran-135-al6-2014> }
