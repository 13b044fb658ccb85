// Adds to what is known of opt-outs: ids, works and names under which the same people came again, as keyed hashes.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (t:Tombstone {id: row.id})
SET t.hashes = t.hashes + [each IN row.hashes WHERE NOT each IN t.hashes]
RETURN count(*) AS rows
