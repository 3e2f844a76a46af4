BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <regle/ran-exemple-2000> qp:finValidite "2009-05-27"^^xsd:date }
