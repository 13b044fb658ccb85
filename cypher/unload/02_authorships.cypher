// Takes the bylines away that the source gave.
// mode: write
// param source: string
// returns: rows
MATCH (w:Person)-[a:AUTHORED|SET_ASIDE {source: $source}]->(p:Paper)
CALL (w, a, p) {
  SET w:Stale, p:Stale
  DELETE a
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
