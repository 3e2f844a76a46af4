-- What the lists and figures of the site are made from: a row a question, with what lines and
-- dashboards show of it. Things are named by their whole IRIs; days are ISO 8601 (2025-01-31).

CREATE TABLE question (
  iri TEXT PRIMARY KEY,
  nature TEXT,             -- IRI of the class that says which kind of question: …def#QuestionEcrite
  uid TEXT,                -- QANR5L17QE2621
  numero INTEGER,
  titre TEXT,
  statut TEXT,             -- IRI: …def#EnAttente
  legislature TEXT,
  auteur TEXT,
  groupe TEXT,             -- as the source states it, else of the day of the question
  ministere_interroge TEXT,
  ministere TEXT,          -- the one now responsible
  rubrique TEXT,
  circonscription TEXT,
  departement TEXT,        -- that of the constituency where the question states none
  publication TEXT,
  page INTEGER,            -- of the Journal officiel
  parution TEXT,           -- the issue of the Journal officiel
  echeance TEXT,
  reponse TEXT,            -- day of the first answer
  page_reponse INTEGER,
  parution_reponse TEXT,
  delai INTEGER,           -- days from the question to that answer
  retard INTEGER,          -- days from the deadline to that answer, if it was late
  cloture TEXT,            -- first day on which it was closed
  signalement TEXT         -- first day on which it was signalled
) WITHOUT ROWID;

-- What leads where, by the prefixed name of the property: from questions prov:wasDerivedFrom and
-- qp:rappelle, from other documents everything that leads to a thing of the data.
CREATE TABLE lien (
  vers TEXT,
  nature TEXT,
  de TEXT,
  PRIMARY KEY (vers, nature, de)
) WITHOUT ROWID;

-- What has statements, but for questions and their parts: what it is called, where it stands.
CREATE TABLE chose (
  iri TEXT PRIMARY KEY,
  fr TEXT,
  en TEXT,
  page TEXT                -- IRI of the page that it stands on
) WITHOUT ROWID;

-- Documents that are no questions, with all that is said of them.
CREATE TABLE document (
  iri TEXT PRIMARY KEY,
  page TEXT,
  statements BLOB          -- a list of statements as MessagePack
) WITHOUT ROWID;

-- By which properties a thing is led to, of those that tell kinds of organisations apart.
CREATE TABLE usage (
  vers TEXT,
  nature TEXT,
  PRIMARY KEY (vers, nature)
) WITHOUT ROWID;

-- The pages that are no question's, with the kind that the program finds for each.
CREATE TABLE page (
  iri TEXT PRIMARY KEY,
  kind TEXT                -- a value of resources.description.Kind
) WITHOUT ROWID;
