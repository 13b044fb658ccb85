// The people of an institution, those with the most works that state it first.
// mode: read
// param id: string
// param limit: int
// returns: id, label, papers, last_year
MATCH (o:Institution {id: $id})<-[a:AFFILIATED_WITH]-(p:Person)
WITH p, a ORDER BY coalesce(a.papers, 0) DESC, coalesce(a.last_year, -1) DESC, p.id LIMIT $limit
RETURN p.id AS id, coalesce(p.name, p.id) AS label, coalesce(a.papers, 0) AS papers, a.last_year AS last_year
