BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:regle <regle/ran-135-al6-2014> }
INSERT { <question/QANR5L17QE9001> qp:regle <regle/Art_135> . <regle/Art_135> ?p ?o }
WHERE { <regle/ran-135-al6-2014> ?p ?o }
