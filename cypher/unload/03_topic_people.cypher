// Marks the people as due whose papers lose a topic.
// mode: write
// param source: string
// returns: rows
MATCH (w:Person)-[:AUTHORED]->(:Paper)-[h:HAS_TOPIC]->(:Topic)
WHERE $source IN h.sources
WITH DISTINCT w
CALL (w) {
  SET w:Stale
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
