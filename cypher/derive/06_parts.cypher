// Derives the hierarchy of due topics and institutions, upwards and downwards.
// mode: write
// returns: rows
MATCH (n:Stale)
WHERE n:Topic OR n:Institution
CALL (n) {
  CALL (n) {
    MATCH (n)-[r:REFERS_TO {kind: 'PART_OF'}]->(:Identifier)-[:IDENTIFIES]->(parent)
    RETURN n AS part, parent AS whole, r
    UNION
    MATCH (n)<-[:IDENTIFIES]-(:Identifier)<-[r:REFERS_TO {kind: 'PART_OF'}]-(child)
    RETURN child AS part, n AS whole, r
  }
  WITH part, whole, collect(DISTINCT r.source) AS sources
  WHERE part <> whole
  MERGE (part)-[e:PART_OF]->(whole)
  SET e.sources = sources
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
