// Papers are found by words of their titles; accents are folded.
// mode: schema
CREATE FULLTEXT INDEX paper_titles IF NOT EXISTS
FOR (n:Paper) ON EACH [n.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
