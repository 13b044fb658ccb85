// Works by few authors, the fewest first.
// mode: read
// param most: int
// param limit: int
// example most: 3
// example limit: 10
// returns: id, title, year, authors
MATCH (w:Paper) WHERE 0 < w.author_count <= $most
RETURN w.id AS id, w.title AS title, w.year AS year, w.byline AS authors
ORDER BY w.author_count, year DESC, id LIMIT $limit
