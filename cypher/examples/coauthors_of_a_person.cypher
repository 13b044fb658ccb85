// The co-authors of a person with joint papers and years.
// mode: read
// param id: string
// param limit: int
// example id: "demo:yuxiong-he"
// example limit: 10
// returns: id, name, papers, first_year, last_year
MATCH (:Identifier {id: $id})-[:IDENTIFIES]->(p:Person)
MATCH (p)-[c:COAUTHORED]-(q:Person)
RETURN q.id AS id, q.name AS name, c.papers AS papers, c.first_year AS first_year, c.last_year AS last_year
ORDER BY papers DESC, last_year DESC, id LIMIT $limit
