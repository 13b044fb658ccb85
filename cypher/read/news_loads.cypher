// Loads that wrote something and have ended, the latest first, with when they ended (milliseconds since 1970).
// mode: read
// param limit: int
// returns: id, at, dataset
// why: whoever comes back after more loads than that is told of those of the latest ones
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH toString(coalesce(d.version, 0)) AS dataset
MATCH (r:LoadRun)
WHERE r.finished_at IS NOT NULL AND r.written > 0
RETURN r.id AS id, r.finished_at.epochMillis AS at, dataset
ORDER BY at DESC, id
LIMIT $limit
