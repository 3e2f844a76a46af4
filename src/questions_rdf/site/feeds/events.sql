-- What has happened to some questions, the newest first: a row an event, with what held on that day.
-- WHICH stands for the condition that chooses the questions, DUE for their deadline, or NULL where a
-- deadline that passed is no news: an index then holds all that is asked. Of the newest :least events the last
-- day is not cut, so that an issue of the Journal officiel is there as a whole; but :most end it.

WITH chosen AS MATERIALIZED (
  SELECT iri, publication, signalement, DUE AS due, reponse, cloture FROM question WHERE WHICH
),
happened AS (
  SELECT iri, 'question' AS event, publication AS day FROM chosen
    WHERE reponse IS NOT publication  -- an oral question is printed with its answer
  UNION ALL
  SELECT iri, 'signalement', signalement FROM chosen
  UNION ALL
  SELECT iri, 'echeance', date(due, '+1 day') FROM chosen WHERE due < :as_of
  UNION ALL
  SELECT iri, 'reponse', reponse FROM chosen
  UNION ALL
  SELECT iri, 'cloture', cloture FROM chosen WHERE reponse IS NULL  -- else the answer is the news
),
newest AS (
  SELECT iri, event, day FROM happened
    WHERE day IS NOT NULL AND instr(:events, event) > 0
    ORDER BY day DESC, iri, event LIMIT :most
),
ranked AS (SELECT iri, event, day, rank() OVER (ORDER BY day DESC) AS rank FROM newest)
SELECT
  ranked.iri, event, day, nature, uid, numero, titre, statut,
  auteur, author.fr AS auteur_nom,
  CASE WHEN event IN ('question', 'signalement') THEN coalesce(ministere_interroge, ministere)
       ELSE coalesce(ministere, ministere_interroge) END AS responsable,
  ministry.fr AS responsable_nom,
  rubrique, subject.fr AS rubrique_nom,
  echeance, delai, retard
FROM ranked
JOIN question USING (iri)
LEFT JOIN chose AS author ON author.iri = auteur
LEFT JOIN chose AS ministry ON ministry.iri = responsable
LEFT JOIN chose AS subject ON subject.iri = rubrique
WHERE rank <= :least
ORDER BY day DESC, ranked.iri, event
