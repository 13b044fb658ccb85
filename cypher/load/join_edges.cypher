// Moves ids, topics and references of a paper to the one that it was found to be.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (k:Paper {id: row.keep})
MATCH (g:Paper {id: row.gone})
SET k:Stale
WITH k, g
CALL (k, g) {
  MATCH (g)<-[f:IDENTIFIES]-(i:Identifier)
  CREATE (i)-[moved:IDENTIFIES]->(k)
  SET moved = properties(f)
  DELETE f
}
CALL (k, g) {
  MATCH (g)-[r:REFERS_TO]->(i:Identifier)
  CREATE (k)-[moved:REFERS_TO]->(i)
  SET moved = properties(r)
  DELETE r
}
CALL (k, g) {
  MATCH (g)-[h:HAS_TOPIC]->(t:Topic)
  MERGE (k)-[moved:HAS_TOPIC]->(t)
  ON CREATE SET moved = properties(h)
  ON MATCH SET moved.sources = moved.sources + [each IN h.sources WHERE NOT each IN moved.sources]
  DELETE h
}
RETURN count(*) AS rows
