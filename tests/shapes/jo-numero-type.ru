BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

DELETE { <jo/questions-an/2026-09-01> schema:issueNumber ?avant }
INSERT { <jo/questions-an/2026-09-01> schema:issueNumber 12.5 }
WHERE { <jo/questions-an/2026-09-01> schema:issueNumber ?avant }
