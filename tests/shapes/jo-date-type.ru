BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

DELETE { <jo/questions-an/2026-09-01> schema:datePublished ?avant }
INSERT { <jo/questions-an/2026-09-01> schema:datePublished "hier" }
WHERE { <jo/questions-an/2026-09-01> schema:datePublished ?avant }
