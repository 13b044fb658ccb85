// People by works counted whole (one for each work) and fractionally (one divided by the number of authors).
// mode: read
// param limit: int
// example limit: 10
// returns: id, name, whole, fractional
MATCH (p:Person)-[:AUTHORED]->(w:Paper) WHERE w.author_count > 0
RETURN p.id AS id, p.name AS name, count(w) AS whole, round(sum(1.0 / w.author_count), 3) AS fractional
ORDER BY fractional DESC, id LIMIT $limit
