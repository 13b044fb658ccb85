// Counts the people of institutions and the papers that state them, where they changed; a node of somebody else's data
// has no Identifier.
// mode: write
// returns: rows
MATCH (i:Institution)
WHERE EXISTS { (i)<-[:IDENTIFIES]-(:Identifier) }
WITH i, COUNT { (i)<-[:AFFILIATED_WITH]-() } AS people
WHERE i:Recount OR i.papers IS NULL OR i.people IS NULL OR i.people <> people
CALL (i, people) {
  SET i.people = people,
    i.papers = COUNT { MATCH (i)<-[:AFFILIATED_WITH]-()-[a:AUTHORED]->(p) WHERE i.id IN a.institutions RETURN DISTINCT p }
} IN TRANSACTIONS OF 1000 ROWS
RETURN count(*) AS rows
