// The topics of the works that state an institution, counted over its most active people.
// mode: read
// param id: string
// param people: int
// param limit: int
// returns: id, name, scheme, papers, last_year
// why: `people` bounds the work at institutions with thousands of people
MATCH (o:Institution {id: $id})<-[f:AFFILIATED_WITH]-(p:Person)
WITH p, f ORDER BY coalesce(f.papers, 0) DESC, p.id LIMIT $people
MATCH (p)-[a:AUTHORED]->(w:Paper)
WHERE $id IN a.institutions
WITH DISTINCT w
MATCH (w)-[:HAS_TOPIC]->(t:Topic)
WITH t, count(*) AS papers, max(w.year) AS last_year
RETURN t.id AS id, coalesce(t.name, t.id) AS name, coalesce(t.scheme, '') AS scheme, papers, last_year
ORDER BY papers DESC, coalesce(last_year, -1) DESC, id
LIMIT $limit
