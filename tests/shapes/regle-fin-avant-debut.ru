BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <regle/ran-exemple-2000> qp:finValidite ?avant }
INSERT { <regle/ran-exemple-2000> qp:finValidite "1999-12-31"^^xsd:date }
WHERE { <regle/ran-exemple-2000> qp:finValidite ?avant }
