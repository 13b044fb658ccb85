// Ends a load; the version rises only when it wrote something.
// mode: write
// param id: string
// returns: version
MATCH (r:LoadRun {id: $id})
SET r.state = 'done', r.finished_at = datetime()
MERGE (d:Dataset {id: 'dataset'})
ON CREATE SET d.version = 0
SET d.version = d.version + CASE WHEN r.records > 0 THEN 1 ELSE 0 END
WITH d
OPTIONAL MATCH (p:Paper) WHERE p.year > 0
WITH d, max(p.year) AS latest
SET d.latest_year = latest
RETURN d.version AS version
