// Counts the papers of topics, where the number changed; a node of somebody else's data has no Identifier.
// mode: write
// returns: rows
MATCH (t:Topic)
WHERE EXISTS { (t)<-[:IDENTIFIES]-(:Identifier) }
WITH t, COUNT { (t)<-[:HAS_TOPIC]-() } AS papers
WHERE t.papers IS NULL OR t.papers <> papers
CALL (t, papers) {
  SET t.papers = papers
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
