// Counts the papers of topics, where the number changed.
// mode: write
// returns: rows
MATCH (t:Topic)
WITH t, COUNT { (t)<-[:HAS_TOPIC]-() } AS papers
WHERE t.papers IS NULL OR t.papers <> papers
CALL (t, papers) {
  SET t.papers = papers
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
