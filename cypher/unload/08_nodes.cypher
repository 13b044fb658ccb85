// Deletes the things that no source knows any more; what hung together with them becomes due.
// mode: write
// returns: rows
MATCH (n:Stale)
WHERE (n:Person OR n:Paper OR n:Topic OR n:Institution) AND NOT EXISTS { (n)<-[:IDENTIFIES]-() }
CALL (n) {
  CALL (n) {
    MATCH (n)-[:COAUTHORED|AUTHORED|CITES]-(near)
    SET near:Stale
    RETURN count(*) AS due
  }
  DETACH DELETE n
} IN TRANSACTIONS OF 500 ROWS
RETURN count(*) AS rows
