BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9002#signalement-2025-04-01> qp:regle <regle/ran-135-al7-2009> }
INSERT { <question/QANR5L17QE9002#signalement-2025-04-01> qp:regle <regle/Art_135> . <regle/Art_135> ?p ?o }
WHERE { <regle/ran-135-al7-2009> ?p ?o }
