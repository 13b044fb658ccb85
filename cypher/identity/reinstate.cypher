// Lets authorships count again that were set aside because one person stood twice in a byline, and no longer does.
// mode: write
// param people: list of string
// returns: rows
UNWIND $people AS id
MATCH (w:Person {id: id})-[a:SET_ASIDE {because: 'listed twice'}]->(p:Paper)
WHERE NOT EXISTS { (w)-[:AUTHORED]->(p) }
WITH w, p, a ORDER BY a.position
WITH w, p, collect(a)[0] AS a
CREATE (w)-[moved:AUTHORED]->(p)
SET moved = properties(a), moved.because = null
DELETE a
RETURN count(*) AS rows
