// The works that others in this graph cite most, with the source's own count beside.
// mode: read
// param limit: int
// example limit: 10
// returns: id, title, year, in_graph, by_source
MATCH (w:Paper) WHERE w.citations_graph > 0
RETURN w.id AS id, w.title AS title, w.year AS year, w.citations_graph AS in_graph, w.citations AS by_source
ORDER BY in_graph DESC, id LIMIT $limit
