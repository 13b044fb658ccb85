// Derives the citations that due papers get, from papers loaded before them.
// mode: write
// returns: rows
MATCH (t:Stale:Paper)
CALL (t) {
  MATCH (t)<-[:IDENTIFIES]-(:Identifier)<-[r:REFERS_TO {kind: 'CITES'}]-(p:Paper)
  WHERE t <> p
  WITH p, t, collect(DISTINCT r.source) AS sources, collect(DISTINCT r.basis) AS bases
  MERGE (p)-[c:CITES]->(t)
  SET c.sources = sources, c.basis = CASE WHEN 'stated' IN bases THEN 'stated' ELSE 'inferred' END, p:Recount
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
