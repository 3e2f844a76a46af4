BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

DELETE { <organe/PO900010> org:subOrganizationOf ?avant }
INSERT { <organe/PO900010> org:subOrganizationOf <organe/PO900099> }
WHERE { <organe/PO900010> org:subOrganizationOf ?avant }
