// Works without given people, by their close collaborators, that loads after a given one first brought.
// mode: read
// param people: list of map
// param loads: map
// param threshold: float
// param near: int
// param limit: int
// returns: followed, total, found
// why: of each person at most `near` close collaborators are looked at; the caller names few people
UNWIND $people AS each
MATCH (x:Person {id: each.id})
CALL (x) {
  MATCH (x)-[c:COAUTHORED]-(y:Person)
  WITH max(c.w1) AS strongest, collect({ y: y, tie: c.w1 }) AS ties
  UNWIND ties AS one
  WITH one.y AS y, one.tie AS tie, strongest
  WHERE tie > 0 AND tie >= $threshold * strongest
  RETURN y, tie ORDER BY tie DESC, y.id LIMIT $near
}
MATCH (y)-[:AUTHORED]->(p:Paper)
WHERE $loads[p.added_run] > each.after AND NOT EXISTS { (x)-[:AUTHORED]->(p) }
WITH each, p, y ORDER BY tie DESC, y.id
WITH each, p, collect(y) AS people ORDER BY size(people) DESC, coalesce(p.year, 0) DESC, p.id
WITH each, collect({ p: p, people: people }) AS papers
RETURN each.id AS followed, size(papers) AS total,
       [paper IN papers[..$limit] | {
         id: paper.p.id, year: paper.p.year, load: paper.p.added_run, count: size(paper.people), inferred: false,
         through: [y IN paper.people[..3] | { id: y.id, label: coalesce(y.name, y.id) }]
       }] AS found
