// The people with the most works on a topic.
// mode: read
// param id: string
// param limit: int
// returns: id, label, papers, last_year
// why: reads one number per person on the topic, no paper; a topic of 40,000 papers has some 50,000 people
MATCH (t:Topic {id: $id})<-[w:WORKS_ON]-(p:Person)
WITH p, w ORDER BY w.papers DESC, coalesce(w.last_year, -1) DESC, p.id LIMIT $limit
RETURN p.id AS id, coalesce(p.name, p.id) AS label, w.papers AS papers, w.last_year AS last_year
