// Writes what is known of an opt-out: keyed hashes, and nothing that says who it was.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MERGE (t:Tombstone {id: row.id})
SET t.at = datetime(row.at), t.until = datetime(row.until), t.key = row.key, t.hashes = row.hashes
RETURN count(*) AS rows
