// Takes the derived edges of due people away.
// mode: write
// returns: rows
MATCH (a:Stale:Person)
CALL (a) {
  MATCH (a)-[e:COAUTHORED|AFFILIATED_WITH|WORKS_ON]-(other)
  FOREACH (_ IN CASE WHEN other:Person OR other:Institution THEN [1] ELSE [] END | SET other:Recount)
  DELETE e
} IN TRANSACTIONS OF 500 ROWS
RETURN count(*) AS rows
