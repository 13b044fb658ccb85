// Holds a named lock until the transaction ends: whoever comes second waits here.
// mode: write
// param id: string
// returns: id
MERGE (l:Lock {id: $id})
SET l.at = datetime()
RETURN l.id AS id
