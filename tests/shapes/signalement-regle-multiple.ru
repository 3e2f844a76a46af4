BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA { <question/QANR5L17QE9002#signalement-2025-04-01> qp:regle <regle/ran-135-al6-2014> }
