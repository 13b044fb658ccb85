// Takes the hierarchy edges of due topics and institutions away.
// mode: write
// returns: rows
MATCH (n:Stale)
WHERE n:Topic OR n:Institution
CALL (n) {
  MATCH (n)-[e:PART_OF]-()
  DELETE e
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
