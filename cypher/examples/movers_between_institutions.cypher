// People with more than one institution, in the order of the years.
// mode: read
// param limit: int
// example limit: 10
// returns: id, name, places
MATCH (p:Person)-[x:AFFILIATED_WITH]->(i:Institution)
WITH p, x, i ORDER BY x.first_year, i.name
WITH p, collect(i.name + ' (' + coalesce(toString(x.first_year), '?') + ')') AS places WHERE size(places) > 1
RETURN p.id AS id, p.name AS name, places ORDER BY size(places) DESC, id LIMIT $limit
