// Works of others that cite much of what given people cite, and that loads after a given one first brought.
// mode: read
// param people: list of map
// param loads: map
// param own: int
// param least: int
// param limit: int
// returns: followed, total, found
// why: of each person the `own` latest works are looked at; a reference that more than 200 works share says little and
//      costs much, and of the others the 300 most used are kept; the caller names few people
UNWIND $people AS each
MATCH (x:Person {id: each.id})
CALL (x) {
  MATCH (x)-[:AUTHORED]->(own:Paper)
  WITH own ORDER BY coalesce(own.year, 0) DESC, own.id LIMIT $own
  MATCH (own)-[c:CITES]->(r:Paper)
  WHERE r.citations_graph <= 200
  WITH r, count(*) AS uses, max(CASE WHEN c.basis = 'inferred' THEN 0 ELSE 1 END) AS stated
  RETURN r, stated ORDER BY uses DESC, r.citations_graph, r.id LIMIT 300
}
MATCH (r)<-[b:CITES]-(p:Paper)
WHERE $loads[p.added_run] > each.after AND NOT EXISTS { (x)-[:AUTHORED]->(p) }
WITH each, p, r, CASE WHEN b.basis = 'inferred' THEN 0 ELSE stated END AS stated ORDER BY r.citations_graph, r.id
WITH each, p, collect(r) AS shared, max(stated) = 0 AS inferred
WHERE size(shared) >= $least
WITH each, p, shared, inferred ORDER BY size(shared) DESC, coalesce(p.year, 0) DESC, p.id
WITH each, collect({ p: p, shared: shared, inferred: inferred }) AS papers
RETURN each.id AS followed, size(papers) AS total,
       [paper IN papers[..$limit] | {
         id: paper.p.id, year: paper.p.year, load: paper.p.added_run, count: size(paper.shared),
         inferred: paper.inferred,
         through: [r IN paper.shared[..3] | { id: r.id, label: coalesce(r.title, r.id) }]
       }] AS found
