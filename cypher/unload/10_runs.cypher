// Ends the loads of the source: none of them is gone on with, and what they brought is not there any more.
// mode: write
// param source: string
// returns: rows
MATCH (r:LoadRun {source: $source})
WHERE r.state <> 'unloaded' AND r.input <> 'unload'
SET r.state = 'unloaded'
RETURN count(*) AS rows
