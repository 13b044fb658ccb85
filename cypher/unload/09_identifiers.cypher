// Deletes the ids that lead to nothing and that nothing refers to.
// mode: write
// returns: rows
MATCH (i:Identifier)
WHERE NOT EXISTS { (i)-[:IDENTIFIES]->() } AND NOT EXISTS { (i)<-[:REFERS_TO]-() }
CALL (i) {
  DELETE i
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
