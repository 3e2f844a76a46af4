BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

INSERT DATA { <jo/questions-an/2026-09-01> schema:issueNumber 36 }
