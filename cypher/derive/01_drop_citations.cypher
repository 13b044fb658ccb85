// Takes the citation edges of due papers away; they are derived anew from what the papers refer to.
// mode: write
// returns: rows
MATCH (p:Stale:Paper)
CALL (p) {
  MATCH (p)-[c:CITES]-(other)
  SET other:Recount
  DELETE c
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
