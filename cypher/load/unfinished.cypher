// The load of an input that was begun and not ended.
// mode: read
// param source: string
// param input: string
// returns: id
MATCH (r:LoadRun {source: $source, input: $input})
WHERE r.state IN ['running', 'deriving']
RETURN r.id AS id
LIMIT 1
