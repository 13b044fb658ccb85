// Takes the marks of due nodes away: derivation is complete.
// mode: write
// returns: rows
MATCH (n:Stale|Recount)
CALL (n) {
  REMOVE n:Stale:Recount
} IN TRANSACTIONS OF 10000 ROWS
RETURN count(*) AS rows
