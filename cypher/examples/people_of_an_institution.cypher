// The people of an institution and its parts, with the years in which they were there.
// mode: read
// param institution: string
// param limit: int
// example institution: "ror:00d0nc645"
// example limit: 10
// returns: id, name, place, first_year, last_year, papers
MATCH (:Identifier {id: $institution})-[:IDENTIFIES]->(top:Institution)
MATCH (i:Institution)-[:PART_OF*0..5]->(top)
MATCH (p:Person)-[x:AFFILIATED_WITH]->(i)
RETURN p.id AS id, p.name AS name, i.name AS place, x.first_year AS first_year, x.last_year AS last_year, x.papers AS papers
ORDER BY papers DESC, id LIMIT $limit
