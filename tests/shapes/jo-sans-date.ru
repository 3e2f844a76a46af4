BASE <https://w3id.org/questions-parlementaires/>
PREFIX schema: <https://schema.org/>

DELETE WHERE { <jo/questions-an/2026-09-01> schema:datePublished ?valeur }
