BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

INSERT DATA {
  <question/QANR5L17QE9001#citation-2> qp:citeLoi <https://www.legifrance.gouv.fr/eli/loi/2002/3/4/2002-303/jo/texte> .
  <question/QANR5L17QE9001> qp:citeLoi <https://www.legifrance.gouv.fr/eli/loi/2002/3/4/2002-303/jo/texte> .
}
