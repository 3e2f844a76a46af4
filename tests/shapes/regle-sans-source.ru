BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE WHERE { <regle/ran-exemple-2000> dcterms:source ?valeur }
