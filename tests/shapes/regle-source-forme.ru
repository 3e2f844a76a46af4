BASE <https://w3id.org/questions-parlementaires/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <regle/ran-exemple-2000> dcterms:source ?avant }
INSERT { <regle/ran-exemple-2000> dcterms:source "Règlement" }
WHERE { <regle/ran-exemple-2000> dcterms:source ?avant }
