// Sets the authorships aside that their people have disowned, whichever load or join brought them back.
// mode: write
// returns: rows
MATCH (d:Disowned)
UNWIND d.papers AS id
MATCH (:Identifier {id: id})-[:IDENTIFIES]->(p:Paper)<-[a:AUTHORED]-(w:Person)
WHERE coalesce(a.about, w.id) IN d.people
WITH DISTINCT d, p, a, w
CREATE (w)-[moved:SET_ASIDE]->(p)
SET moved = properties(a), moved.because = 'disowned', w:Stale
DELETE a
RETURN count(*) AS rows
