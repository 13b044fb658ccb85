// Institutions are found by words of their names; accents are folded.
// mode: schema
CREATE FULLTEXT INDEX institution_names IF NOT EXISTS
FOR (n:Institution) ON EACH [n.name, n.names]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
