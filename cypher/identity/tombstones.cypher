// The opt-outs that the graph knows of.
// mode: read
// returns: id, key, at, until, hashes
MATCH (t:Tombstone)
RETURN t.id AS id, t.key AS key, toString(t.at) AS at, toString(t.until) AS until, t.hashes AS hashes
ORDER BY at, id
