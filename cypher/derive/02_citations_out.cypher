// Derives the citations that due papers make, to papers that are here.
// mode: write
// returns: rows
MATCH (p:Stale:Paper)
CALL (p) {
  MATCH (p)-[r:REFERS_TO {kind: 'CITES'}]->(:Identifier)-[:IDENTIFIES]->(t:Paper)
  WHERE t <> p
  WITH p, t, collect(DISTINCT r.source) AS sources, collect(DISTINCT r.basis) AS bases
  MERGE (p)-[c:CITES]->(t)
  SET c.sources = sources, c.basis = CASE WHEN 'stated' IN bases THEN 'stated' ELSE 'inferred' END, t:Recount
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
