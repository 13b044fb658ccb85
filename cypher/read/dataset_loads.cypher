// The data set with its latest year, the sources that wrote into it, and the last loads, newest first.
// mode: read
// param limit: int
// returns: version, latest_year, sources, loads
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
RETURN toString(d.version) AS version,
       d.latest_year AS latest_year,
       COLLECT { MATCH (r:LoadRun) WHERE r.written > 0 AND r.state <> 'unloaded' RETURN DISTINCT r.source AS source ORDER BY source } AS sources,
       COLLECT {
         MATCH (r:LoadRun)
         RETURN r { .id, .source, .state, .read, .written, .unchanged, .rejected,
                    started_at: toString(r.started_at), finished_at: toString(r.finished_at) }
         ORDER BY r.started_at DESC, r.id
         LIMIT $limit
       } AS loads
