// Counts the works and co-authors of people, with their first and last year and the sums of their ties.
// mode: write
// returns: rows
MATCH (a:Stale|Recount)
WHERE a:Person
CALL (a) {
  OPTIONAL MATCH (a)-[:AUTHORED]->(p:Paper)
  WITH a, min(p.year) AS first, max(p.year) AS last
  OPTIONAL MATCH (a)-[e:COAUTHORED]-()
  WITH a, first, last, sum(e.w1) AS s1, sum(e.w4) AS s4
  SET a.works = COUNT { (a)-[:AUTHORED]->() }, a.coauthors = COUNT { (a)-[:COAUTHORED]-() },
    a.first_year = first, a.last_year = last, a.s1 = s1, a.s4 = s4
} IN TRANSACTIONS OF 2000 ROWS
RETURN count(*) AS rows
