BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9002#signalement-2025-04-01> qp:regle ?avant }
INSERT { <question/QANR5L17QE9002#signalement-2025-04-01> qp:regle <regle/inconnue> }
WHERE { <question/QANR5L17QE9002#signalement-2025-04-01> qp:regle ?avant }
