// Writes authorships that do not count since the same person stands in the byline before.
// mode: write
// param rows: list of map
// param source: string
// returns: rows
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
UNWIND row.slots AS slot
MATCH (w:Person {id: slot.person})
CREATE (w)-[a:SET_ASIDE]->(p)
SET a = slot.fields, a.source = $source, a.because = 'listed twice'
RETURN count(*) AS rows
