BASE <https://w3id.org/questions-parlementaires/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { <acteur/PA900001> foaf:familyName ?avant }
INSERT { <acteur/PA900001> foaf:familyName "texte"@fr }
WHERE { <acteur/PA900001> foaf:familyName ?avant }
