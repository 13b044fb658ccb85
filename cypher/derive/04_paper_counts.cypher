// Counts the citations of papers inside the graph.
// mode: write
// returns: rows
MATCH (p:Stale|Recount)
WHERE p:Paper
CALL (p) {
  SET p.citations_graph = COUNT { (p)<-[:CITES]-() }, p.references_graph = COUNT { (p)-[:CITES]->() }
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
