// Opens a load, or finds the one of the same input that was not finished.
// mode: write
// param id: string
// param source: string
// param input: string
// param resume: bool
// returns: id, position, read, written, unchanged, rejected, conflicts, records, state, resumed
OPTIONAL MATCH (open:LoadRun {source: $source, input: $input})
WHERE $resume AND open.state IN ['running', 'deriving']
WITH open ORDER BY open.started_at DESC LIMIT 1
WITH coalesce(open.id, $id) AS id, open IS NOT NULL AS resumed
MERGE (r:LoadRun {id: id})
ON CREATE SET r.source = $source, r.input = $input, r.state = 'running', r.started_at = datetime(),
  r.position = 0, r.read = 0, r.written = 0, r.unchanged = 0, r.rejected = 0, r.conflicts = 0, r.records = 0
RETURN r.id AS id, r.position AS position, r.read AS read, r.written AS written, r.unchanged AS unchanged,
  r.rejected AS rejected, r.conflicts AS conflicts, r.records AS records, r.state AS state, resumed
