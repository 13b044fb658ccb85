// The records that were joined to a person are found without looking at all joins.
// mode: schema
CREATE INDEX alias_of IF NOT EXISTS
FOR (n:Alias) ON (n.of)
