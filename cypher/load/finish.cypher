// Ends a load, or (state: running) a part of one that is to go on; the version rises only when something was written.
// mode: write
// param id: string
// param state: string
// param changed: bool
// returns: version
MATCH (r:LoadRun {id: $id})
REMOVE r.step
SET r.state = $state, r.finished_at = CASE WHEN $state <> 'running' THEN datetime() END
MERGE (d:Dataset {id: 'dataset'})
ON CREATE SET d.version = 0
SET d.version = d.version + CASE WHEN $changed THEN 1 ELSE 0 END
WITH d
OPTIONAL MATCH (p:Paper) WHERE p.year > 0
WITH d, max(p.year) AS latest
SET d.latest_year = latest
RETURN d.version AS version
