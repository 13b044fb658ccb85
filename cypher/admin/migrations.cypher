// The schema files that were applied to this database.
// mode: read
// returns: name, checksum
MATCH (m:Migration)
WHERE m.name STARTS WITH 'schema/' AND m.checksum IS NOT NULL
RETURN m.name AS name, m.checksum AS checksum
ORDER BY name
