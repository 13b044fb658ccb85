// Derives the institutions of due people, with the years in which their papers state them, or a source of the person.
// mode: write
// returns: rows
MATCH (a:Stale:Person)
CALL (a) {
  CALL (a) {
    MATCH (a)-[r:AUTHORED]->(p:Paper)
    UNWIND r.institutions AS id
    MATCH (i:Institution {id: id})
    RETURN i, p.year AS first, p.year AS last, 1 AS papers, r.source AS source
    UNION ALL
    MATCH (a)-[r:REFERS_TO {kind: 'AFFILIATED_WITH'}]->(:Identifier)-[:IDENTIFIES]->(i:Institution)
    RETURN i, r.first_year AS first, r.last_year AS last, 0 AS papers, r.source AS source
  }
  WITH a, i, min(first) AS first, max(last) AS last, sum(papers) AS papers, collect(DISTINCT source) AS sources
  CREATE (a)-[e:AFFILIATED_WITH {papers: papers, sources: sources}]->(i)
  SET e.first_year = first, e.last_year = last, i:Recount
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
