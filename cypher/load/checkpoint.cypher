// Records how far a load has come, in the same transaction as what it wrote.
// mode: write
// param id: string
// param state: map
// returns: id
MATCH (r:LoadRun {id: $id})
SET r += $state
RETURN r.id AS id
