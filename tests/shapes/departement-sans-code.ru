BASE <https://w3id.org/questions-parlementaires/>
PREFIX igeo: <http://rdf.insee.fr/def/geo#>

DELETE WHERE { <departement/79> igeo:codeDepartement ?valeur }
