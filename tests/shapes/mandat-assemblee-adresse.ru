BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

DELETE { <mandat/PM900001> org:organization <organe/PO900030> }
INSERT { <mandat/PM900001> org:organization <organe/900030> . <organe/900030> ?p ?o }
WHERE { <organe/PO900030> ?p ?o }
