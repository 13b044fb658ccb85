// The sources of all loads so far, and whether what they brought is still there.
// mode: read
// returns: source, loaded
MATCH (r:LoadRun)
RETURN r.source AS source, any(state IN collect(r.state) WHERE state <> 'unloaded') AS loaded
ORDER BY source
