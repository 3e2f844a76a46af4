BASE <https://w3id.org/questions-parlementaires/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX schema: <https://schema.org/>

INSERT DATA { <jo/questions-an/2026-09-01> schema:datePublished "2026-09-02"^^xsd:date }
