PREFIX qp: <https://w3id.org/questions-parlementaires/def#>
PREFIX dqv: <http://www.w3.org/ns/dqv#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { ?m dqv:computedOn ?x } INSERT { ?m dqv:computedOn <https://w3id.org/questions-parlementaires/ailleurs> } WHERE { BIND(<https://w3id.org/questions-parlementaires/qualite/mesure/completude-all-questionecrite-titre> AS ?m) ?m dqv:computedOn ?x }
