// Papers are found by year: the latest year of the data set, and recent papers.
// mode: schema
CREATE INDEX paper_year IF NOT EXISTS
FOR (n:Paper) ON (n.year)
