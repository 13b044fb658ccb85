// Writes the bylines and notes of works anew, and the hash under which each of their records is known; null removes.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
SET p.byline = row.byline, p.note = row.note
FOREACH (each IN row.hashes | MERGE (i:Identifier {id: each.id}) SET i.hash = each.hash)
RETURN count(*) AS rows
