// The people most active on a topic: by the sum of 2^(-(Y - year) / half_life) over their works on it, Y the latest
// year of the data set; a work without a year adds nothing.
// mode: read
// param id: string
// param half_life: float
// param candidates: int
// param limit: int
// returns: id, label, papers, last_year, weight
// why: a topic of 40,000 papers has some 50,000 people, of whom two numbers are read. Their works, all taken as late as
// the last one, weigh at least as much as they do, so that only the `candidates` in whom that is largest are summed.
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH coalesce(d.latest_year, 2000) AS latest
MATCH (t:Topic {id: $id})<-[k:WORKS_ON]-(p:Person)
WITH t, p, k, latest, coalesce(k.papers * 2.0 ^ ((k.last_year - latest) / $half_life), 0.0) AS most
ORDER BY most DESC, k.papers DESC, p.id LIMIT $candidates
CALL (t, p, latest) {
  MATCH (p)-[:AUTHORED]->(w:Paper)
  WHERE EXISTS { (w)-[:HAS_TOPIC]->(t) }
  RETURN sum(coalesce(2.0 ^ ((w.year - latest) / $half_life), 0.0)) AS weight
}
RETURN p.id AS id, coalesce(p.name, p.id) AS label, k.papers AS papers, k.last_year AS last_year, weight
ORDER BY weight DESC, papers DESC, id
LIMIT $limit
