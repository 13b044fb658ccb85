// The pairs of people with the most joint papers.
// mode: read
// param limit: int
// example limit: 10
// returns: a_id, a, b_id, b, papers, first_year, last_year
MATCH (a:Person)-[c:COAUTHORED]->(b:Person)
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, c.papers AS papers,
       c.first_year AS first_year, c.last_year AS last_year
ORDER BY papers DESC, last_year DESC, a_id, b_id LIMIT $limit
