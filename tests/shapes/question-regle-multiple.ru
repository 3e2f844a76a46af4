BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QE9001> qp:regle <regle/ran-135-al7-2009> }
