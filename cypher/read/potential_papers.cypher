// The latest works of several people on given topics.
// mode: read
// param people: list of map
// param limit: int
// returns: id, papers
// why: of each person only the 50 latest works are looked at.
UNWIND $people AS each
MATCH (v:Person {id: each.id})
RETURN v.id AS id, COLLECT {
  MATCH (v)-[:AUTHORED]->(p:Paper)
  WITH p ORDER BY coalesce(p.year, 0) DESC, p.id LIMIT 50
  WHERE EXISTS { MATCH (p)-[:HAS_TOPIC]->(t:Topic) WHERE t.id IN each.topics }
  RETURN p { .id, .title, .year, authors: p.author_count } LIMIT $limit } AS papers
