BASE <https://w3id.org/questions-parlementaires/>
PREFIX igeo: <http://rdf.insee.fr/def/geo#>

INSERT DATA { <departement/79> igeo:codeDepartement "86" }
