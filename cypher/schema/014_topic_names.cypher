// Topics are found by words of their names; accents are folded.
// mode: schema
CREATE FULLTEXT INDEX topic_names IF NOT EXISTS
FOR (n:Topic) ON EACH [n.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
