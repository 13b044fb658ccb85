// The works of the last years on a topic that are cited most per year, of a topic that is small enough to be read whole.
// mode: read
// param id: string
// param years: int
// param limit: int
// returns: id, title, year, authors, citations_graph
// why: only asked for topics of some thousand works; see topic_rising_many
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH coalesce(d.latest_year, 2000) AS latest
MATCH (:Topic {id: $id})<-[:HAS_TOPIC]-(w:Paper)
WHERE w.year > latest - $years AND w.citations_graph > 0
RETURN w.id AS id, w.title AS title, w.year AS year, w.author_count AS authors, w.citations_graph AS citations_graph
ORDER BY 1.0 * w.citations_graph / (latest - w.year + 1) DESC, citations_graph DESC, id
LIMIT $limit
