// Derives the institutions of due people, with the years in which their papers state them.
// mode: write
// returns: rows
MATCH (a:Stale:Person)
CALL (a) {
  MATCH (a)-[r:AUTHORED]->(p:Paper)
  UNWIND r.institutions AS id
  MATCH (i:Institution {id: id})
  WITH a, i, min(p.year) AS first, max(p.year) AS last, count(*) AS papers, collect(DISTINCT r.source) AS sources
  CREATE (a)-[e:AFFILIATED_WITH {papers: papers, sources: sources}]->(i)
  SET e.first_year = first, e.last_year = last, i:Recount
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
