BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

DELETE WHERE { <mandat/PM900001> org:member ?valeur }
