// The latest works on a topic that has very many: walks the index on years from the newest and stops when it has enough.
// mode: read
// param id: string
// param limit: int
// returns: id, title, year, authors
// why: the works of a large topic are dense among all works, so that few years are walked and most of its edges never
MATCH (w:Paper)
WHERE w.year IS NOT NULL AND EXISTS { (w)-[:HAS_TOPIC]->(:Topic {id: $id}) }
RETURN w.id AS id, w.title AS title, w.year AS year, w.author_count AS authors
ORDER BY w.year DESC, w.title, w.id
LIMIT $limit
