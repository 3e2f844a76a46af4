BASE <https://w3id.org/questions-parlementaires/>
PREFIX org: <http://www.w3.org/ns/org#>

INSERT DATA { <mandat/PM900001> org:organization <organe/PO900001> }
