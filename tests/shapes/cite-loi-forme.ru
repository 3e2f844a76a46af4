BASE <https://w3id.org/questions-parlementaires/>
PREFIX qp: <https://w3id.org/questions-parlementaires/def#>

DELETE { <question/QANR5L17QE9001> qp:citeLoi ?avant . <question/QANR5L17QE9001#citation-2> qp:citeLoi ?avant }
INSERT { <question/QANR5L17QE9001> qp:citeLoi <https://www.legifrance.gouv.fr/eli/loi/2021/11/30/jo/texte> .
  <question/QANR5L17QE9001#citation-2> qp:citeLoi <https://www.legifrance.gouv.fr/eli/loi/2021/11/30/jo/texte> }
WHERE { <question/QANR5L17QE9001#citation-2> qp:citeLoi ?avant }
