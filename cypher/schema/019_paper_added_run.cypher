// Papers are found by the load that first brought them: what is new since a visit.
// mode: schema
CREATE INDEX paper_added_run IF NOT EXISTS
FOR (n:Paper) ON (n.added_run)
