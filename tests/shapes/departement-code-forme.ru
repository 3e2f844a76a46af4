BASE <https://w3id.org/questions-parlementaires/>
PREFIX igeo: <http://rdf.insee.fr/def/geo#>

DELETE { <departement/79> igeo:codeDepartement ?avant }
INSERT { <departement/79> igeo:codeDepartement "7" }
WHERE { <departement/79> igeo:codeDepartement ?avant }
