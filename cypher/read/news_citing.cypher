// Works of others that cite works of given people and that loads after a given one first brought.
// mode: read
// param people: list of map
// param loads: map
// param own: int
// param most: int
// param limit: int
// returns: followed, total, found
// why: of each person the `own` works that are cited most are looked at, but for those cited by more than `most`, each of
//      whose citations would have to be looked at; the caller names few people
UNWIND $people AS each
MATCH (x:Person {id: each.id})
CALL (x) {
  MATCH (x)-[:AUTHORED]->(own:Paper)
  WHERE 0 < own.citations_graph <= $most
  RETURN own ORDER BY own.citations_graph DESC, own.id LIMIT $own
}
MATCH (own)<-[c:CITES]-(p:Paper)
WHERE $loads[p.added_run] > each.after AND NOT EXISTS { (x)-[:AUTHORED]->(p) }
WITH each, p, c, own ORDER BY own.citations_graph DESC, own.id
WITH each, p, collect(own) AS cited, all(basis IN collect(c.basis) WHERE basis = 'inferred') AS inferred
ORDER BY size(cited) DESC, coalesce(p.year, 0) DESC, p.id
WITH each, collect({ p: p, cited: cited, inferred: inferred }) AS papers
RETURN each.id AS followed, size(papers) AS total,
       [paper IN papers[..$limit] | {
         id: paper.p.id, year: paper.p.year, load: paper.p.added_run, count: size(paper.cited),
         inferred: paper.inferred,
         through: [own IN paper.cited[..3] | { id: own.id, label: coalesce(own.title, own.id) }]
       }] AS found
