// The latest works on a topic that has few enough to be read whole.
// mode: read
// param id: string
// param limit: int
// returns: id, title, year, authors
// why: only asked for topics of some thousand works; see topic_works_many
MATCH (t:Topic {id: $id})<-[:HAS_TOPIC]-(w:Paper)
RETURN w.id AS id, w.title AS title, w.year AS year, w.author_count AS authors
ORDER BY coalesce(w.year, -1) DESC, w.title, w.id
LIMIT $limit
