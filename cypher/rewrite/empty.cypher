// Empties a database; its constraints and indexes stay.
// mode: write
// returns: rows
MATCH (n)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 10000 ROWS
RETURN count(*) AS rows
