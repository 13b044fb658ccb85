// All co-authors of some people, each once: one step of a path search.
// mode: read
// param ids: list of string
// param barred: list of string
// param most: int
// returns: id
// why: `most` bounds what one step brings back; the search stops when a step is larger
MATCH (p:Person)-[:COAUTHORED]-(q:Person)
WHERE p.id IN $ids AND NOT q.id IN $barred
WITH DISTINCT q LIMIT $most
RETURN q.id AS id
