// People are found by the names of records that were joined to theirs too; accents are folded.
// mode: schema
CREATE FULLTEXT INDEX alias_names IF NOT EXISTS
FOR (n:Alias) ON EACH [n.name, n.names]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
