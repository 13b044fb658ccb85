// The schema files that were applied to this database.
// mode: read
// returns: name, checksum
MATCH (m:Migration)
RETURN m.name AS name, m.checksum AS checksum
ORDER BY name
