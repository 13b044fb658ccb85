// Waits until every index is populated, at most 300 seconds.
// mode: schema
CALL db.awaitIndexes(300)
