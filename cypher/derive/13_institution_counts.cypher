// Counts the people of institutions, where the number changed; a node of somebody else's data has no Identifier.
// mode: write
// returns: rows
MATCH (i:Institution)
WHERE EXISTS { (i)<-[:IDENTIFIES]-(:Identifier) }
WITH i, COUNT { (i)<-[:AFFILIATED_WITH]-() } AS people
WHERE i.people IS NULL OR i.people <> people
CALL (i, people) {
  SET i.people = people
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
