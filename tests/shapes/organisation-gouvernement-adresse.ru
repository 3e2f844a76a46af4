BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

DELETE { <organe/PO900010> org:subOrganizationOf <organe/PO900020> }
INSERT { <organe/PO900010> org:subOrganizationOf <gouvernement/exemple-2> . <gouvernement/exemple-2> ?p ?o }
WHERE { <organe/PO900020> ?p ?o }
