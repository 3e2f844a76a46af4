-- Once all rows are there: what takes several of them to know.

-- A document that one question only was read from stands on the page of that question.
UPDATE document SET page = coalesce(
  (SELECT CASE WHEN min(de) = max(de) THEN min(de) END
   FROM lien WHERE vers = document.iri AND nature = 'prov:wasDerivedFrom'),
  iri)
WHERE page IS NULL;

UPDATE chose SET page = (SELECT page FROM document WHERE document.iri = chose.page);

CREATE TEMP TABLE situee AS
  SELECT de AS circonscription, min(vers) AS departement
  FROM lien WHERE nature = 'qp:departement' GROUP BY de;
CREATE UNIQUE INDEX temp.situee_iri ON situee (circonscription);
UPDATE question SET departement =
  (SELECT departement FROM situee WHERE situee.circonscription = question.circonscription)
WHERE departement IS NULL AND circonscription IS NOT NULL;

-- Every page that is no question's; the program finds the kind of each.
INSERT INTO page (iri)
  SELECT DISTINCT page FROM document WHERE page NOT IN (SELECT iri FROM question);
CREATE INDEX document_page ON document (page);

CREATE INDEX question_parution_reponse ON question (parution_reponse);

-- By which lists, figures and feeds find their questions; with all that a feed has to know to choose
-- the newest events, which otherwise reads every question from where it stands.
CREATE INDEX question_auteur ON question (auteur, publication, signalement, reponse, cloture);
CREATE INDEX question_ministere ON question (ministere, publication, signalement, reponse, cloture);
CREATE INDEX question_rubrique ON question (rubrique, publication, signalement, reponse, cloture);
