// Takes back what the source said of the topics of papers; an edge goes with its last source.
// mode: write
// param source: string
// returns: rows
MATCH (p:Paper)-[h:HAS_TOPIC]->(:Topic)
WHERE $source IN h.sources
CALL (p, h) {
  WITH p, h, [each IN h.sources WHERE each <> $source] AS others
  SET p:Stale, h.sources = others
  FOREACH (_ IN CASE WHEN size(others) = 0 THEN [1] ELSE [] END | DELETE h)
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
