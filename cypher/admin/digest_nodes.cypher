// Every node of the graph without what depends on the time of a load.
// mode: read
// returns: labels, facts
MATCH (n)
WHERE n:Person OR n:Paper OR n:Topic OR n:Institution OR n:Identifier OR n:Alias OR n:Disowned OR n:Tombstone
RETURN labels(n) AS labels, n {.*, run: null, fetched_at: null, added_run: null} AS facts
