-- What figures and lists are read from: made once, when the tables of schema.sql are full, so that
-- each page is a few look-ups. Three tables are filled by tallying.py before: jour, trait, sujet.

-- When things were: from their first day, else, as ministries, from that of their Government.
CREATE TABLE existence (iri TEXT PRIMARY KEY, debut TEXT, fin TEXT) WITHOUT ROWID;
INSERT INTO existence
SELECT t.iri, coalesce(t.debut, min(grand.debut)), t.fin
FROM trait t LEFT JOIN dessus d ON d.iri = t.iri LEFT JOIN trait grand ON grand.iri = d.dans
GROUP BY t.iri;

-- Every question, the newest first: a list is a stretch of these, a year is one too.
-- The seven classes are those of the report on delays, as their order is there; none of a question
-- that is not a written one, or was published later than the day of the data.
CREATE TABLE ligne (
  rang INTEGER PRIMARY KEY,
  iri TEXT NOT NULL,
  uid TEXT,
  nature TEXT,
  numero INTEGER,
  titre TEXT,
  statut TEXT,
  publication TEXT,
  annee INTEGER NOT NULL,    -- nought if the day is not known
  page INTEGER,
  echeance TEXT,
  reponse TEXT,
  retard INTEGER,
  classe INTEGER,
  attente INTEGER,           -- of a written question, days until the answer
  hors_dates INTEGER NOT NULL,  -- whether its ministry was not there at its time
  auteur INTEGER,            -- these are numbers of sujet
  groupe INTEGER,
  ministere INTEGER,
  rubrique INTEGER,
  circonscription INTEGER,
  departement INTEGER,
  legislature INTEGER,
  parution INTEGER
);

INSERT INTO ligne
SELECT
  row_number() OVER (ORDER BY publication DESC NULLS LAST, numero DESC, iri DESC),
  iri, uid, nature, numero, titre, statut, publication,
  coalesce(CAST(substr(publication, 1, 4) AS INTEGER), 0),
  page, echeance, reponse, retard,
  CASE
    WHEN NOT ecrite OR publication > as_of THEN NULL
    WHEN repondue THEN CASE
      WHEN reponse IS NULL OR echeance IS NULL OR reponse < publication THEN 6
      WHEN reponse <= echeance THEN 0
      ELSE 1 END
    WHEN close_sans_jour OR echeance IS NULL THEN 6
    WHEN fermee <= as_of THEN CASE WHEN fermee <= echeance THEN 4 ELSE 5 END
    WHEN as_of <= echeance THEN 2
    ELSE 3
  END,
  CASE WHEN ecrite AND reponse <= as_of AND reponse >= publication
    THEN CAST(julianday(reponse) - julianday(publication) AS INTEGER) END,
  -- One that was asked has to be there on the day of the question, another one some day since.
  coalesce(publication > derniere OR premiere > CASE
    WHEN attributaire IS NULL OR attributaire = interroge THEN publication
    ELSE coalesce(min(reponse, fermee), reponse, fermee, as_of) END, 0),
  auteur, groupe, ministere, rubrique, circonscription, departement, legislature, parution
FROM (
  SELECT
    q.iri, q.uid, q.nature, q.numero, q.titre, q.statut, q.publication, q.page, q.echeance,
    q.reponse, q.retard, jour.as_of,
    q.ministere AS attributaire, q.ministere_interroge AS interroge,
    e.debut AS premiere, e.fin AS derniere,
    q.nature = jour.ecrite AS ecrite,
    coalesce(q.reponse <= jour.as_of, q.statut = jour.repondue, 0) AS repondue,
    q.cloture IS NULL AND q.reponse IS NULL AND q.statut <> jour.repondue
      AND q.statut <> jour.en_attente AND (q.statut <> jour.caduque OR coalesce(fin.fin >= jour.as_of, 1))
      AS close_sans_jour,
    coalesce(q.cloture, CASE WHEN fin.fin < jour.as_of THEN fin.fin END) AS fermee,
    a.n AS auteur, g.n AS groupe, m.n AS ministere, r.n AS rubrique, c.n AS circonscription,
    d.n AS departement, l.n AS legislature, p.n AS parution
  FROM question q, jour
  LEFT JOIN trait fin ON fin.iri = q.legislature
  LEFT JOIN existence e ON e.iri = coalesce(q.ministere, q.ministere_interroge)
  LEFT JOIN sujet a ON a.iri = q.auteur
  LEFT JOIN sujet g ON g.iri = q.groupe
  LEFT JOIN sujet m ON m.iri = coalesce(q.ministere, q.ministere_interroge)
  LEFT JOIN sujet r ON r.iri = q.rubrique
  LEFT JOIN sujet c ON c.iri = q.circonscription
  LEFT JOIN sujet d ON d.iri = q.departement
  LEFT JOIN sujet l ON l.iri = q.legislature
  LEFT JOIN sujet p ON p.iri = q.parution
);

-- Which questions belong to what; the questions of a ministry to its Government and portfolios too
-- (the report on delays, where each counts once, takes the first portfolio alone).
CREATE TABLE appartient (
  sujet INTEGER NOT NULL,
  rang INTEGER NOT NULL,
  PRIMARY KEY (sujet, rang)
) WITHOUT ROWID;

INSERT INTO appartient
SELECT auteur, rang FROM ligne WHERE auteur IS NOT NULL
UNION SELECT groupe, rang FROM ligne WHERE groupe IS NOT NULL
UNION SELECT ministere, rang FROM ligne WHERE ministere IS NOT NULL
UNION SELECT rubrique, rang FROM ligne WHERE rubrique IS NOT NULL
UNION SELECT circonscription, rang FROM ligne WHERE circonscription IS NOT NULL
UNION SELECT departement, rang FROM ligne WHERE departement IS NOT NULL
UNION SELECT legislature, rang FROM ligne WHERE legislature IS NOT NULL
UNION SELECT parution, rang FROM ligne WHERE parution IS NOT NULL
UNION SELECT grand.n, rang FROM ligne
  JOIN sujet petit ON petit.n = ligne.ministere
  JOIN dessus ON dessus.iri = petit.iri
  JOIN sujet grand ON grand.iri = dessus.dans;

-- Those whose deadline is over: the reminder list, and the oldest of each.
CREATE TABLE depassee (
  sujet INTEGER NOT NULL,    -- nought: all of them
  rang INTEGER NOT NULL,
  PRIMARY KEY (sujet, rang)
) WITHOUT ROWID;

INSERT INTO depassee SELECT 0, rang FROM ligne WHERE classe = 3;
INSERT INTO depassee SELECT sujet, rang FROM appartient JOIN ligne USING (rang) WHERE classe = 3;

CREATE TABLE rappel (
  ministere INTEGER NOT NULL,  -- nought: none is stated
  legislature INTEGER NOT NULL,
  numero INTEGER NOT NULL,
  uid TEXT NOT NULL,
  rang INTEGER NOT NULL,
  PRIMARY KEY (ministere, legislature, numero, uid, rang)
) WITHOUT ROWID;

INSERT INTO rappel
SELECT coalesce(ministere, 0), legislature_de(uid), numero_de(uid), coalesce(uid, ''), rang
FROM ligne WHERE classe = 3;

-- The figures: how many questions of what, by year, nature and class. Subject nought is everything.
CREATE TABLE chiffre (
  sujet INTEGER NOT NULL,
  annee INTEGER NOT NULL,
  nature TEXT,
  classe INTEGER,
  nombre INTEGER NOT NULL
);

INSERT INTO chiffre SELECT 0, annee, nature, classe, count(*) FROM ligne GROUP BY 2, 3, 4;
INSERT INTO chiffre
SELECT sujet, annee, nature, classe, count(*) FROM appartient JOIN ligne USING (rang)
GROUP BY 1, 2, 3, 4;
CREATE INDEX chiffre_sujet ON chiffre (sujet);

-- Those of which the ministry was not there, with its days.
CREATE TABLE question_hors_dates (iri TEXT PRIMARY KEY, debut TEXT, fin TEXT) WITHOUT ROWID;
INSERT OR IGNORE INTO question_hors_dates
SELECT ligne.iri, existence.debut, existence.fin FROM ligne
JOIN sujet ON sujet.n = ligne.ministere JOIN existence ON existence.iri = sujet.iri WHERE hors_dates;

-- How many questions of a ministry, or of those of a Government, are of a time when it was not.
CREATE TABLE hors_dates (sujet INTEGER PRIMARY KEY, nombre INTEGER NOT NULL);
INSERT INTO hors_dates
SELECT sujet, count(*) FROM appartient JOIN ligne USING (rang) JOIN sujet ON sujet.n = sujet
WHERE hors_dates AND sujet.kind IN ('ministere', 'gouvernement') GROUP BY 1;

-- The median delay of answers: of each year, and of all together (no year).
CREATE TEMP TABLE delai AS
SELECT 0 AS sujet, annee, attente FROM ligne WHERE attente IS NOT NULL
UNION ALL
SELECT sujet, annee, attente FROM appartient JOIN ligne USING (rang) WHERE attente IS NOT NULL;

CREATE TABLE mediane (
  sujet INTEGER NOT NULL,
  annee INTEGER,
  jours REAL NOT NULL,
  reponses INTEGER NOT NULL  -- how many answers it is of
);

INSERT INTO mediane
SELECT sujet, annee, avg(attente), nombre
FROM (
  SELECT sujet, annee, attente,
    row_number() OVER (PARTITION BY sujet, annee ORDER BY attente) AS place,
    count(*) OVER (PARTITION BY sujet, annee) AS nombre
  FROM delai
) WHERE place IN ((nombre + 1) / 2, (nombre + 2) / 2) GROUP BY 1, 2;
INSERT INTO mediane
SELECT sujet, NULL, avg(attente), nombre
FROM (
  SELECT sujet, attente,
    row_number() OVER (PARTITION BY sujet ORDER BY attente) AS place,
    count(*) OVER (PARTITION BY sujet) AS nombre
  FROM delai
) WHERE place IN ((nombre + 1) / 2, (nombre + 2) / 2) GROUP BY 1;
CREATE INDEX mediane_sujet ON mediane (sujet);
DROP TABLE delai;

CREATE INDEX ligne_annee ON ligne (annee, rang);
CREATE INDEX ligne_reponse ON ligne (reponse, rang);
