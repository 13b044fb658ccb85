// Gives a sign of life of the process that loads; no row when it has lost its place.
// mode: write
// param me: string
// returns: id
MATCH (l:Lock {id: 'load', holder: $me})
SET l.beat = timestamp()
RETURN l.id AS id
