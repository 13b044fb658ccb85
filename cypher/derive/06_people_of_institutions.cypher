// Marks the people as due of whom a source states that they are of a due institution, such as one loaded after them.
// mode: write
// returns: rows
MATCH (i:Stale:Institution)<-[:IDENTIFIES]-(:Identifier)<-[:REFERS_TO {kind: 'AFFILIATED_WITH'}]-(a:Person)
WHERE NOT a:Stale
CALL (a) {
  SET a:Stale
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
