// The people through whom a person came to know co-authors: on the first joint paper a third one, known before, took part.
// mode: read
// param id: string
// param limit: int
// example id: "demo:yuxiong-he"
// example limit: 10
// returns: id, name, introduced
MATCH (:Identifier {id: $id})-[:IDENTIFIES]->(p:Person)
MATCH (p)-[c:COAUTHORED]-(q:Person)
MATCH (p)-[:AUTHORED]->(w:Paper {year: c.first_year})<-[:AUTHORED]-(q)
MATCH (w)<-[:AUTHORED]-(z:Person)-[k:COAUTHORED]-(p) WHERE k.first_year < c.first_year AND z <> q
RETURN z.id AS id, z.name AS name, count(DISTINCT q) AS introduced ORDER BY introduced DESC, id LIMIT $limit
