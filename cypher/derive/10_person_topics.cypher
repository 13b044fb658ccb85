// Derives the topics of due people from their papers.
// mode: write
// returns: rows
MATCH (a:Stale:Person)
CALL (a) {
  MATCH (a)-[:AUTHORED]->(p:Paper)-[:HAS_TOPIC]->(t:Topic)
  WITH a, t, count(*) AS papers, max(p.year) AS last
  CREATE (a)-[e:WORKS_ON {papers: papers}]->(t)
  SET e.last_year = last
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
