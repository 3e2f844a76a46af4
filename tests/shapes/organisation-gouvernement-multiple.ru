BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

INSERT DATA { <organe/PO900010> org:subOrganizationOf <organe/PO900021> }
