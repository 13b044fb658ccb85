// Writes the reasons of joins and of works that were disowned anew, where they still say what they said before.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (n:Alias|Disowned {id: row.id})
WHERE n.why = row.before
SET n.why = row.after
RETURN count(*) AS rows
