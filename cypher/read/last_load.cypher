// The latest load and how far it is: what changes in the answer about the data set although its version does not.
// mode: read
// returns: id, state
MATCH (r:LoadRun)
RETURN r.id AS id, r.state AS state
ORDER BY r.started_at DESC, r.id
LIMIT 1
